"""Rules on C++ source, on libclang trees and tokens."""
