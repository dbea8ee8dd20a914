# ATTACK imports_of_everything
# CLASS: static-checks
# TRIES: imports hundreds of modules of the standard library and of nobody, which linters would parse.
# SAFE GRADER MUST: parse the standard library only, within the time of the checks.
# HONEST-RESULT: contained
# AT-MOST: 100
def never():
    import abc
    import array
    import asyncore
    import bdb
    import bz2
    import cgitb
    import code
    import colorsys
    import contextlib
    import crypt
    import dataclasses
    import difflib
    import email
    import errno
    import fileinput
    import functools
    import getpass
    import grp
    import hmac
    import imaplib
    import inspect
    import json
    import locale
    import mailcap
    import mmap
    import multiprocessing
    import nt
    import opcode
    import ossaudiodev
    import pickletools
    import plistlib
    import pprint
    import pwd
    import pydoc_data
    import random
    import resource
    import secrets
    import shlex
    import smtpd
    import socketserver
    import sre_constants
    import statistics
    import subprocess
    import sysconfig
    import telnetlib
    import this
    import tkinter
    import trace
    import turtle
    import unicodedata
    import uuid
    import weakref
    import wsgiref
    import zipapp
    import zoneinfo
    import nobody0.has.this
    import nobody1.has.this
    import nobody2.has.this
    import nobody3.has.this
    import nobody4.has.this
    import nobody5.has.this
    import nobody6.has.this
    import nobody7.has.this
    import nobody8.has.this
    import nobody9.has.this
    import nobody10.has.this
    import nobody11.has.this
    import nobody12.has.this
    import nobody13.has.this
    import nobody14.has.this
    import nobody15.has.this
    import nobody16.has.this
    import nobody17.has.this
    import nobody18.has.this
    import nobody19.has.this
    import nobody20.has.this
    import nobody21.has.this
    import nobody22.has.this
    import nobody23.has.this
    import nobody24.has.this
    import nobody25.has.this
    import nobody26.has.this
    import nobody27.has.this
    import nobody28.has.this
    import nobody29.has.this
    import nobody30.has.this
    import nobody31.has.this
    import nobody32.has.this
    import nobody33.has.this
    import nobody34.has.this
    import nobody35.has.this
    import nobody36.has.this
    import nobody37.has.this
    import nobody38.has.this
    import nobody39.has.this
    import nobody40.has.this
    import nobody41.has.this
    import nobody42.has.this
    import nobody43.has.this
    import nobody44.has.this
    import nobody45.has.this
    import nobody46.has.this
    import nobody47.has.this
    import nobody48.has.this
    import nobody49.has.this
    import nobody50.has.this
    import nobody51.has.this
    import nobody52.has.this
    import nobody53.has.this
    import nobody54.has.this
    import nobody55.has.this
    import nobody56.has.this
    import nobody57.has.this
    import nobody58.has.this
    import nobody59.has.this
    import nobody60.has.this
    import nobody61.has.this
    import nobody62.has.this
    import nobody63.has.this
    import nobody64.has.this
    import nobody65.has.this
    import nobody66.has.this
    import nobody67.has.this
    import nobody68.has.this
    import nobody69.has.this
    import nobody70.has.this
    import nobody71.has.this
    import nobody72.has.this
    import nobody73.has.this
    import nobody74.has.this
    import nobody75.has.this
    import nobody76.has.this
    import nobody77.has.this
    import nobody78.has.this
    import nobody79.has.this
    import nobody80.has.this
    import nobody81.has.this
    import nobody82.has.this
    import nobody83.has.this
    import nobody84.has.this
    import nobody85.has.this
    import nobody86.has.this
    import nobody87.has.this
    import nobody88.has.this
    import nobody89.has.this
    import nobody90.has.this
    import nobody91.has.this
    import nobody92.has.this
    import nobody93.has.this
    import nobody94.has.this
    import nobody95.has.this
    import nobody96.has.this
    import nobody97.has.this
    import nobody98.has.this
    import nobody99.has.this


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
