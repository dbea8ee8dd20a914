"""A few examples of what `Subject` promises. The hidden tests go further."""

from observer import Observer, Subject


class Screen(Observer):
    def __init__(self, once=False):
        self.shown = []
        self.once = once

    def update(self, subject):
        self.shown.append(subject.state)
        if self.once:
            subject.detach(self)


def test_closing_a_window_skips_nobody():
    tank = Subject()
    window, alarm = Screen(once=True), Screen()
    tank.attach(window)
    tank.attach(alarm)
    tank.state = 80
    tank.state = 95
    assert window.shown == [80]
    assert alarm.shown == [80, 95]


def test_attached_twice_is_attached_once():
    tank, alarm = Subject(), Screen()
    tank.attach(alarm)
    tank.attach(alarm)
    tank.state = 80
    assert alarm.shown == [80]
    tank.detach(alarm)
    tank.state = 95
    assert alarm.shown == [80]
