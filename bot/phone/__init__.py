"""A phone on this machine: a Bot API server for the bot, and a chat page for a person."""

from bot.phone.chats import Toast
from bot.phone.faults import Fault
from bot.phone.limits import Limits
from bot.phone.person import Person
from bot.phone.remote import RemotePerson
from bot.phone.screen import Line
from bot.phone.server import create_app, serve
from bot.phone.world import TOKEN, Call, Profile, World

__all__ = [
    "TOKEN",
    "Call",
    "Fault",
    "Limits",
    "Line",
    "Person",
    "Profile",
    "RemotePerson",
    "Toast",
    "World",
    "create_app",
    "serve",
]
