# ATTACK frame_cut_short
# CLASS: protocol
# TRIES: sends half a reply, closes the channel and stays alive.
# SAFE GRADER MUST: treat the end of the channel as no answer.
# HONEST-RESULT: fail
# AT-MOST: 0
import os
import time

os.write(4, b"\x00\x00\x00\x40{\"nonce\"")
os.close(4)
os.close(3)
time.sleep(1)
