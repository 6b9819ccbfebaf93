"""Reading the text of a document: within the limits, parsed, sized and validated, in the order of what each costs."""

from __future__ import annotations

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    Lexer,
    NoFragmentCyclesRule,
    Source,
    TokenKind,
    parse,
    validate,
)

from schakel_server.engine import limits
from schakel_server.engine.failures import Failure
from schakel_server.engine.measure import CyclicFragments, check_size

MAX_ERRORS = 5  # told at once; looking for the nearest names may take 10 ms each
OPENING = (TokenKind.BRACE_L, TokenKind.BRACKET_L)
CLOSING = (TokenKind.BRACE_R, TokenKind.BRACKET_R)


class DocumentErrors(Exception):
    """The document can't be parsed or isn't valid for the schema."""

    def __init__(self, code: str, errors: list[GraphQLError]) -> None:
        super().__init__(errors)
        self.code = code
        self.errors = errors


def read_document(schema: GraphQLSchema, text: str) -> DocumentNode:
    """The valid document in this text.

    Raises a Failure with TOO_COMPLEX beyond a limit, and DocumentErrors for what is wrong otherwise.
    """
    limits.TEXT.check(len(text))
    document = _parse(text)
    try:
        check_size(document)
    except CyclicFragments:
        errors = validate(schema, document, [NoFragmentCyclesRule], max_errors=MAX_ERRORS)
    else:
        errors = validate(schema, document, max_errors=MAX_ERRORS)
    if errors:
        raise DocumentErrors("VALIDATION_FAILED", errors)
    return document


def _parse(text: str) -> DocumentNode:
    try:
        return parse(text, max_tokens=limits.TOKENS.most)
    except GraphQLError as error:
        if error.message.endswith(f"more than {limits.TOKENS.most} tokens. Parsing aborted."):
            raise limits.TOKENS.exceeded(limits.TOKENS.most + 1) from None
        if error.message.endswith("nested too deeply. Parsing aborted."):
            raise _too_deep(text) from None
        raise DocumentErrors("PARSE_FAILED", [error]) from None


def _too_deep(text: str) -> Failure:
    """Which limit a text goes beyond whose nesting is more than a parser can follow."""
    lexer, in_arguments, open_now, selections, values = Lexer(Source(text)), 0, 0, 0, 0
    try:
        while (kind := lexer.advance().kind) is not TokenKind.EOF:
            in_arguments += (kind is TokenKind.PAREN_L) - (kind is TokenKind.PAREN_R)
            open_now += (kind in OPENING) - (kind in CLOSING)
            if in_arguments:
                values = max(values, open_now)
            else:
                selections = max(selections, open_now)
    except GraphQLError:  # what follows the deepest place need not be GraphQL
        pass
    return (limits.VALUE_DEPTH if values > selections else limits.DEPTH).exceeded(max(values, selections))
