

owlRelu

owlPyF