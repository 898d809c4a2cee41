

owlPlaceholder

owlRelu
2
owlPrintV2*"
output_streamfile:///tmp/owl