# ATTACK inference_bomb
# CLASS: static-checks
# TRIES: doubles the possible values of names a hundred times, through tuples, calls and attributes.
# SAFE GRADER MUST: bound inference.
# HONEST-RESULT: contained
# AT-MOST: 100
def double(x):
    return (x, x) if x else [x, x]


def never(flag):
    a0 = 1 if flag else "x"
    a1 = double(a0) + (a0, a0) if flag else [a0][0] * a0
    a2 = double(a1) + (a1, a1) if flag else [a1][0] * a1
    a3 = double(a2) + (a2, a2) if flag else [a2][0] * a2
    a4 = double(a3) + (a3, a3) if flag else [a3][0] * a3
    a5 = double(a4) + (a4, a4) if flag else [a4][0] * a4
    a6 = double(a5) + (a5, a5) if flag else [a5][0] * a5
    a7 = double(a6) + (a6, a6) if flag else [a6][0] * a6
    a8 = double(a7) + (a7, a7) if flag else [a7][0] * a7
    a9 = double(a8) + (a8, a8) if flag else [a8][0] * a8
    a10 = double(a9) + (a9, a9) if flag else [a9][0] * a9
    a11 = double(a10) + (a10, a10) if flag else [a10][0] * a10
    a12 = double(a11) + (a11, a11) if flag else [a11][0] * a11
    a13 = double(a12) + (a12, a12) if flag else [a12][0] * a12
    a14 = double(a13) + (a13, a13) if flag else [a13][0] * a13
    a15 = double(a14) + (a14, a14) if flag else [a14][0] * a14
    a16 = double(a15) + (a15, a15) if flag else [a15][0] * a15
    a17 = double(a16) + (a16, a16) if flag else [a16][0] * a16
    a18 = double(a17) + (a17, a17) if flag else [a17][0] * a17
    a19 = double(a18) + (a18, a18) if flag else [a18][0] * a18
    a20 = double(a19) + (a19, a19) if flag else [a19][0] * a19
    a21 = double(a20) + (a20, a20) if flag else [a20][0] * a20
    a22 = double(a21) + (a21, a21) if flag else [a21][0] * a21
    a23 = double(a22) + (a22, a22) if flag else [a22][0] * a22
    a24 = double(a23) + (a23, a23) if flag else [a23][0] * a23
    a25 = double(a24) + (a24, a24) if flag else [a24][0] * a24
    a26 = double(a25) + (a25, a25) if flag else [a25][0] * a25
    a27 = double(a26) + (a26, a26) if flag else [a26][0] * a26
    a28 = double(a27) + (a27, a27) if flag else [a27][0] * a27
    a29 = double(a28) + (a28, a28) if flag else [a28][0] * a28
    a30 = double(a29) + (a29, a29) if flag else [a29][0] * a29
    a31 = double(a30) + (a30, a30) if flag else [a30][0] * a30
    a32 = double(a31) + (a31, a31) if flag else [a31][0] * a31
    a33 = double(a32) + (a32, a32) if flag else [a32][0] * a32
    a34 = double(a33) + (a33, a33) if flag else [a33][0] * a33
    a35 = double(a34) + (a34, a34) if flag else [a34][0] * a34
    a36 = double(a35) + (a35, a35) if flag else [a35][0] * a35
    a37 = double(a36) + (a36, a36) if flag else [a36][0] * a36
    a38 = double(a37) + (a37, a37) if flag else [a37][0] * a37
    a39 = double(a38) + (a38, a38) if flag else [a38][0] * a38
    a40 = double(a39) + (a39, a39) if flag else [a39][0] * a39
    a41 = double(a40) + (a40, a40) if flag else [a40][0] * a40
    a42 = double(a41) + (a41, a41) if flag else [a41][0] * a41
    a43 = double(a42) + (a42, a42) if flag else [a42][0] * a42
    a44 = double(a43) + (a43, a43) if flag else [a43][0] * a43
    a45 = double(a44) + (a44, a44) if flag else [a44][0] * a44
    a46 = double(a45) + (a45, a45) if flag else [a45][0] * a45
    a47 = double(a46) + (a46, a46) if flag else [a46][0] * a46
    a48 = double(a47) + (a47, a47) if flag else [a47][0] * a47
    a49 = double(a48) + (a48, a48) if flag else [a48][0] * a48
    a50 = double(a49) + (a49, a49) if flag else [a49][0] * a49
    a51 = double(a50) + (a50, a50) if flag else [a50][0] * a50
    a52 = double(a51) + (a51, a51) if flag else [a51][0] * a51
    a53 = double(a52) + (a52, a52) if flag else [a52][0] * a52
    a54 = double(a53) + (a53, a53) if flag else [a53][0] * a53
    a55 = double(a54) + (a54, a54) if flag else [a54][0] * a54
    a56 = double(a55) + (a55, a55) if flag else [a55][0] * a55
    a57 = double(a56) + (a56, a56) if flag else [a56][0] * a56
    a58 = double(a57) + (a57, a57) if flag else [a57][0] * a57
    a59 = double(a58) + (a58, a58) if flag else [a58][0] * a58
    a60 = double(a59) + (a59, a59) if flag else [a59][0] * a59
    return a60


class LRUCache:
    def __init__(self, capacity):
        self.room, self.entries = capacity, {}

    def get(self, key):
        if key not in self.entries:
            return -1
        self.entries[key] = value = self.entries.pop(key)
        return value

    def put(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if len(self.entries) > self.room:
            del self.entries[next(iter(self.entries))]
