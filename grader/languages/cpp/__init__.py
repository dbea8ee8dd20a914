"""C++ submissions: programs are planned (`plan`), built (`workshop`) and driven (`program`).

What compilers, linkers and sanitizers say is put into a learner's words on the way.
"""
