"""The checksum of a language model's file; src/language/model_file.h defines it."""
import struct


def checksum(body):
    total = 0
    for (word,) in struct.iter_unpack("<Q", body + bytes(-len(body) % 8)):
        total = ((total ^ word) * 0x9E3779B97F4A7C15) & (2**64 - 1)
        total ^= total >> 32
    return total & (2**32 - 1)
