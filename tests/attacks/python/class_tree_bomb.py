# ATTACK class_tree_bomb
# CLASS: static-checks
# TRIES: has classes whose bases, metaclasses and properties go round in circles and multiply.
# SAFE GRADER MUST: bound inference.
# HONEST-RESULT: contained
# AT-MOST: 100
class A0:
    a = b = 1


class A1(A0, metaclass=type('M0', (type(A0),), {})):
    a = A0.a if A0 else A0().b
    b = A0.b if A0.a else A0.a


class A2(A1, metaclass=type('M1', (type(A1),), {})):
    a = A1.a if A1 else A1().b
    b = A1.b if A1.a else A1.a


class A3(A2, metaclass=type('M2', (type(A2),), {})):
    a = A2.a if A2 else A2().b
    b = A2.b if A2.a else A2.a


class A4(A3, metaclass=type('M3', (type(A3),), {})):
    a = A3.a if A3 else A3().b
    b = A3.b if A3.a else A3.a


class A5(A4, metaclass=type('M4', (type(A4),), {})):
    a = A4.a if A4 else A4().b
    b = A4.b if A4.a else A4.a


class A6(A5, metaclass=type('M5', (type(A5),), {})):
    a = A5.a if A5 else A5().b
    b = A5.b if A5.a else A5.a


class A7(A6, metaclass=type('M6', (type(A6),), {})):
    a = A6.a if A6 else A6().b
    b = A6.b if A6.a else A6.a


class A8(A7, metaclass=type('M7', (type(A7),), {})):
    a = A7.a if A7 else A7().b
    b = A7.b if A7.a else A7.a


class A9(A8, metaclass=type('M8', (type(A8),), {})):
    a = A8.a if A8 else A8().b
    b = A8.b if A8.a else A8.a


class A10(A9, metaclass=type('M9', (type(A9),), {})):
    a = A9.a if A9 else A9().b
    b = A9.b if A9.a else A9.a


class A11(A10, metaclass=type('M10', (type(A10),), {})):
    a = A10.a if A10 else A10().b
    b = A10.b if A10.a else A10.a


class A12(A11, metaclass=type('M11', (type(A11),), {})):
    a = A11.a if A11 else A11().b
    b = A11.b if A11.a else A11.a


class A13(A12, metaclass=type('M12', (type(A12),), {})):
    a = A12.a if A12 else A12().b
    b = A12.b if A12.a else A12.a


class A14(A13, metaclass=type('M13', (type(A13),), {})):
    a = A13.a if A13 else A13().b
    b = A13.b if A13.a else A13.a


class A15(A14, metaclass=type('M14', (type(A14),), {})):
    a = A14.a if A14 else A14().b
    b = A14.b if A14.a else A14.a


class A16(A15, metaclass=type('M15', (type(A15),), {})):
    a = A15.a if A15 else A15().b
    b = A15.b if A15.a else A15.a


class A17(A16, metaclass=type('M16', (type(A16),), {})):
    a = A16.a if A16 else A16().b
    b = A16.b if A16.a else A16.a


class A18(A17, metaclass=type('M17', (type(A17),), {})):
    a = A17.a if A17 else A17().b
    b = A17.b if A17.a else A17.a


class A19(A18, metaclass=type('M18', (type(A18),), {})):
    a = A18.a if A18 else A18().b
    b = A18.b if A18.a else A18.a


class A20(A19, metaclass=type('M19', (type(A19),), {})):
    a = A19.a if A19 else A19().b
    b = A19.b if A19.a else A19.a


class A21(A20, metaclass=type('M20', (type(A20),), {})):
    a = A20.a if A20 else A20().b
    b = A20.b if A20.a else A20.a


class A22(A21, metaclass=type('M21', (type(A21),), {})):
    a = A21.a if A21 else A21().b
    b = A21.b if A21.a else A21.a


class A23(A22, metaclass=type('M22', (type(A22),), {})):
    a = A22.a if A22 else A22().b
    b = A22.b if A22.a else A22.a


class A24(A23, metaclass=type('M23', (type(A23),), {})):
    a = A23.a if A23 else A23().b
    b = A23.b if A23.a else A23.a


class A25(A24, metaclass=type('M24', (type(A24),), {})):
    a = A24.a if A24 else A24().b
    b = A24.b if A24.a else A24.a


class A26(A25, metaclass=type('M25', (type(A25),), {})):
    a = A25.a if A25 else A25().b
    b = A25.b if A25.a else A25.a


class A27(A26, metaclass=type('M26', (type(A26),), {})):
    a = A26.a if A26 else A26().b
    b = A26.b if A26.a else A26.a


class A28(A27, metaclass=type('M27', (type(A27),), {})):
    a = A27.a if A27 else A27().b
    b = A27.b if A27.a else A27.a


class A29(A28, metaclass=type('M28', (type(A28),), {})):
    a = A28.a if A28 else A28().b
    b = A28.b if A28.a else A28.a


class A30(A29, metaclass=type('M29', (type(A29),), {})):
    a = A29.a if A29 else A29().b
    b = A29.b if A29.a else A29.a


class A31(A30, metaclass=type('M30', (type(A30),), {})):
    a = A30.a if A30 else A30().b
    b = A30.b if A30.a else A30.a


class A32(A31, metaclass=type('M31', (type(A31),), {})):
    a = A31.a if A31 else A31().b
    b = A31.b if A31.a else A31.a


class A33(A32, metaclass=type('M32', (type(A32),), {})):
    a = A32.a if A32 else A32().b
    b = A32.b if A32.a else A32.a


class A34(A33, metaclass=type('M33', (type(A33),), {})):
    a = A33.a if A33 else A33().b
    b = A33.b if A33.a else A33.a


class A35(A34, metaclass=type('M34', (type(A34),), {})):
    a = A34.a if A34 else A34().b
    b = A34.b if A34.a else A34.a


class A36(A35, metaclass=type('M35', (type(A35),), {})):
    a = A35.a if A35 else A35().b
    b = A35.b if A35.a else A35.a


class A37(A36, metaclass=type('M36', (type(A36),), {})):
    a = A36.a if A36 else A36().b
    b = A36.b if A36.a else A36.a


class A38(A37, metaclass=type('M37', (type(A37),), {})):
    a = A37.a if A37 else A37().b
    b = A37.b if A37.a else A37.a


class A39(A38, metaclass=type('M38', (type(A38),), {})):
    a = A38.a if A38 else A38().b
    b = A38.b if A38.a else A38.a


class A40(A39, metaclass=type('M39', (type(A39),), {})):
    a = A39.a if A39 else A39().b
    b = A39.b if A39.a else A39.a


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
