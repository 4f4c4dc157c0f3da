"""azure-cli's own command table and parser, asked whether it understands a command line.

Nobody is logged in and nothing is sent: the parser runs as far as `az` gets before it needs an account.
Newer commands check the values of their arguments behind the parser, when they are formatted; that part runs
here too.
"""

import contextlib
import difflib
import io
import logging
import os
import tempfile

CONFIGURATION = """\
[core]
collect_telemetry = no
no_color = yes
[extension]
use_dynamic_install = no
[auto-upgrade]
enable = no
"""

# A folder of its own, so that neither the settings nor the extensions of whoever runs this play a part.
HOME = tempfile.TemporaryDirectory()
with open(os.path.join(HOME.name, "config"), "w", encoding="utf-8") as file:
    file.write(CONFIGURATION)
os.environ |= {"AZURE_CONFIG_DIR": HOME.name, "AZURE_EXTENSION_DIR": os.path.join(HOME.name, "extensions")}

from azure.cli.core import get_default_cli
from azure.cli.core._profile import Profile
from azure.cli.core.aaz import AAZCommand, _command_ctx
from azure.cli.core.azclierror import AzCLIError
from azure.cli.core.commands import _explode_list_args, client_factory, events
from azure.cli.core.parser import AzCliCommandParser
from knack import events as knack_events
from knack.util import CLIError

SUBSCRIPTION = "00000000-0000-0000-0000-000000000000"


class Refused(Exception):
    """The parser does not understand the command line."""


class AsksAzure(Exception):
    """As far as the command line can be judged without an account."""


def refuse(_parser, message):
    raise Refused(str(message))


def refuse_value(_parser, action, value):
    if action.choices is None or value in action.choices:
        return
    choices = [str(it) for it in action.choices]
    # Options take their values in any case; commands do not.
    if not action.dest.startswith("_") and value.lower() in [it.lower() for it in choices]:
        return
    near = difflib.get_close_matches(str(value), choices, 1) or choices[:8]
    name = action.option_strings[0] if action.option_strings else "a command"
    raise Refused(f"'{value}' is no value of {name}; there is {', '.join(near)}")


def ask_azure(*_words, **_options):
    raise AsksAzure


def use_no_account():
    """Gives the one answer that needs no account, the subscription's id, and stops at any other question."""
    AzCliCommandParser.error = refuse
    AzCliCommandParser.validation_error = refuse
    AzCliCommandParser._check_value = refuse_value
    Profile.get_subscription = lambda *_: {
        "id": SUBSCRIPTION,
        "tenantId": SUBSCRIPTION,
        "name": "none",
        "environmentName": "AzureCloud",
    }
    client_factory.get_subscription_id = lambda *_: SUBSCRIPTION
    _command_ctx.AAZCommandCtx.subscription_id = property(lambda _: SUBSCRIPTION)
    _command_ctx.get_resource_group_location = lambda *_, **__: "westeurope"
    Profile.get_login_credentials = Profile.get_raw_token = ask_azure


class AzureCli:
    """The command line interface, with the parsers of commands that were asked for before."""

    def __init__(self):
        logging.disable(logging.CRITICAL)
        use_no_account()
        self.cli = get_default_cli()
        self.parsers, self.answers = {}, {}

    def answer(self, words):
        """`None` if the command is understood, what is wrong with it if not."""
        key = tuple(words)
        if key not in self.answers:
            self.answers[key] = self.ask(list(words))
        return self.answers[key]

    def ask(self, words):
        try:
            with contextlib.redirect_stderr(io.StringIO()) as told, contextlib.redirect_stdout(io.StringIO()):
                self.parse(words)
        except (Refused, AzCLIError, CLIError) as error:
            return " ".join(str(error).split())
        except AsksAzure:
            return None
        except SystemExit as stop:
            return None if stop.code in (0, None) else " ".join(told.getvalue().split())[:300]
        return None

    def has(self, command):
        """Whether `command` (words up to the first option) is a command of azure-cli itself."""
        return self.parser(command) is not None

    def parse(self, words):
        command = " ".join(command_of(words))
        found = self.parser(command)
        if not found:
            raise Refused(f"there is no command `az {command}`")
        invocation, entry = found
        self.cli.invocation = invocation
        self.cli.raise_event(knack_events.EVENT_INVOKER_PRE_PARSE_ARGS, args=words)
        values = invocation.parser.parse_args(words)
        # Takes `--ids` apart.
        self.cli.raise_event(knack_events.EVENT_INVOKER_POST_PARSE_ARGS, command=values.command, args=values)
        if isinstance(entry, AAZCommand):
            # Of the class itself: those that inherit it go on and send. Each of several `--ids` by itself.
            for each in _explode_list_args(values):
                AAZCommand._handler(entry, invocation._filter_params(each))

    def parser(self, command):
        if command not in self.parsers:
            self.parsers[command] = self.load(command)
        return self.parsers[command]

    def load(self, command):
        """The steps by which azure-cli itself loads one command and makes its parser."""
        words = command.split()
        cli = self.cli
        invocation = cli.invocation_cls(
            cli_ctx=cli,
            parser_cls=cli.parser_cls,
            commands_loader_cls=cli.commands_loader_cls,
            help_cls=cli.help_cls,
        )
        cli.invocation = invocation
        loader = invocation.commands_loader
        cli.raise_event(knack_events.EVENT_INVOKER_PRE_CMD_TBL_CREATE, args=words)
        loader.load_command_table(words)
        if command not in loader.command_table:
            return None
        invocation.data["command_string"] = loader.command_name = command
        loader.command_table = {command: loader.command_table[command]}
        cli.raise_event(events.EVENT_INVOKER_PRE_LOAD_ARGUMENTS, commands_loader=loader)
        loader.load_arguments(command)
        cli.raise_event(events.EVENT_INVOKER_POST_LOAD_ARGUMENTS, commands_loader=loader)
        cli.raise_event(knack_events.EVENT_INVOKER_POST_CMD_TBL_CREATE, commands_loader=loader)
        invocation.parser.cli_ctx = cli
        invocation.parser.load_command_table(loader)
        cli.raise_event(
            knack_events.EVENT_INVOKER_CMD_TBL_LOADED,
            cmd_tbl=loader.command_table,
            parser=invocation.parser,
        )
        return invocation, loader.command_table[command]


def command_of(words):
    """The words before the first option."""
    end = next((number for number, word in enumerate(words) if word.startswith("-")), len(words))
    return words[:end]
