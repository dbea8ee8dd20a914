# ATTACK class_tree_bomb
# CLASS: static-checks
# TRIES: has classes whose bases, metaclasses and properties go round in circles and multiply.
# SAFE GRADER MUST: bound inference.
# HONEST-RESULT: contained
# AT-MOST: 100
class A0:
    pass


class A1(A0, metaclass=type('M0', (type,), {}) if A0 else type(A0)):
    a = A0
    b = A0.a if A0 else A0().b


class A2(A1, metaclass=type('M1', (type,), {}) if A1 else type(A1)):
    a = A1
    b = A1.a if A1 else A1().b


class A3(A2, metaclass=type('M2', (type,), {}) if A2 else type(A2)):
    a = A2
    b = A2.a if A2 else A2().b


class A4(A3, metaclass=type('M3', (type,), {}) if A3 else type(A3)):
    a = A3
    b = A3.a if A3 else A3().b


class A5(A4, metaclass=type('M4', (type,), {}) if A4 else type(A4)):
    a = A4
    b = A4.a if A4 else A4().b


class A6(A5, metaclass=type('M5', (type,), {}) if A5 else type(A5)):
    a = A5
    b = A5.a if A5 else A5().b


class A7(A6, metaclass=type('M6', (type,), {}) if A6 else type(A6)):
    a = A6
    b = A6.a if A6 else A6().b


class A8(A7, metaclass=type('M7', (type,), {}) if A7 else type(A7)):
    a = A7
    b = A7.a if A7 else A7().b


class A9(A8, metaclass=type('M8', (type,), {}) if A8 else type(A8)):
    a = A8
    b = A8.a if A8 else A8().b


class A10(A9, metaclass=type('M9', (type,), {}) if A9 else type(A9)):
    a = A9
    b = A9.a if A9 else A9().b


class A11(A10, metaclass=type('M10', (type,), {}) if A10 else type(A10)):
    a = A10
    b = A10.a if A10 else A10().b


class A12(A11, metaclass=type('M11', (type,), {}) if A11 else type(A11)):
    a = A11
    b = A11.a if A11 else A11().b


class A13(A12, metaclass=type('M12', (type,), {}) if A12 else type(A12)):
    a = A12
    b = A12.a if A12 else A12().b


class A14(A13, metaclass=type('M13', (type,), {}) if A13 else type(A13)):
    a = A13
    b = A13.a if A13 else A13().b


class A15(A14, metaclass=type('M14', (type,), {}) if A14 else type(A14)):
    a = A14
    b = A14.a if A14 else A14().b


class A16(A15, metaclass=type('M15', (type,), {}) if A15 else type(A15)):
    a = A15
    b = A15.a if A15 else A15().b


class A17(A16, metaclass=type('M16', (type,), {}) if A16 else type(A16)):
    a = A16
    b = A16.a if A16 else A16().b


class A18(A17, metaclass=type('M17', (type,), {}) if A17 else type(A17)):
    a = A17
    b = A17.a if A17 else A17().b


class A19(A18, metaclass=type('M18', (type,), {}) if A18 else type(A18)):
    a = A18
    b = A18.a if A18 else A18().b


class A20(A19, metaclass=type('M19', (type,), {}) if A19 else type(A19)):
    a = A19
    b = A19.a if A19 else A19().b


class A21(A20, metaclass=type('M20', (type,), {}) if A20 else type(A20)):
    a = A20
    b = A20.a if A20 else A20().b


class A22(A21, metaclass=type('M21', (type,), {}) if A21 else type(A21)):
    a = A21
    b = A21.a if A21 else A21().b


class A23(A22, metaclass=type('M22', (type,), {}) if A22 else type(A22)):
    a = A22
    b = A22.a if A22 else A22().b


class A24(A23, metaclass=type('M23', (type,), {}) if A23 else type(A23)):
    a = A23
    b = A23.a if A23 else A23().b


class A25(A24, metaclass=type('M24', (type,), {}) if A24 else type(A24)):
    a = A24
    b = A24.a if A24 else A24().b


class A26(A25, metaclass=type('M25', (type,), {}) if A25 else type(A25)):
    a = A25
    b = A25.a if A25 else A25().b


class A27(A26, metaclass=type('M26', (type,), {}) if A26 else type(A26)):
    a = A26
    b = A26.a if A26 else A26().b


class A28(A27, metaclass=type('M27', (type,), {}) if A27 else type(A27)):
    a = A27
    b = A27.a if A27 else A27().b


class A29(A28, metaclass=type('M28', (type,), {}) if A28 else type(A28)):
    a = A28
    b = A28.a if A28 else A28().b


class A30(A29, metaclass=type('M29', (type,), {}) if A29 else type(A29)):
    a = A29
    b = A29.a if A29 else A29().b


class A31(A30, metaclass=type('M30', (type,), {}) if A30 else type(A30)):
    a = A30
    b = A30.a if A30 else A30().b


class A32(A31, metaclass=type('M31', (type,), {}) if A31 else type(A31)):
    a = A31
    b = A31.a if A31 else A31().b


class A33(A32, metaclass=type('M32', (type,), {}) if A32 else type(A32)):
    a = A32
    b = A32.a if A32 else A32().b


class A34(A33, metaclass=type('M33', (type,), {}) if A33 else type(A33)):
    a = A33
    b = A33.a if A33 else A33().b


class A35(A34, metaclass=type('M34', (type,), {}) if A34 else type(A34)):
    a = A34
    b = A34.a if A34 else A34().b


class A36(A35, metaclass=type('M35', (type,), {}) if A35 else type(A35)):
    a = A35
    b = A35.a if A35 else A35().b


class A37(A36, metaclass=type('M36', (type,), {}) if A36 else type(A36)):
    a = A36
    b = A36.a if A36 else A36().b


class A38(A37, metaclass=type('M37', (type,), {}) if A37 else type(A37)):
    a = A37
    b = A37.a if A37 else A37().b


class A39(A38, metaclass=type('M38', (type,), {}) if A38 else type(A38)):
    a = A38
    b = A38.a if A38 else A38().b


class A40(A39, metaclass=type('M39', (type,), {}) if A39 else type(A39)):
    a = A39
    b = A39.a if A39 else A39().b


def circle():
    class X(circle()):
        x = property(lambda self: self.x.x.x)

    return X


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
