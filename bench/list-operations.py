"""Prints the operations of pickles as CPython's pickletools finds them: nothing is unpickled. Each stands behind its length."""

import pickletools
import struct
import sys

data = sys.stdin.buffer.read()
at = 0
while at < len(data):
    (length,) = struct.unpack_from("<I", data, at)
    pickle = data[at + 4 : at + 4 + length]
    at += 4 + length
    print(" ".join(f"{operation.name}@{position}" for operation, _, position in pickletools.genops(pickle)))
