"""The declarative base: constraint names, and which column each Python type becomes."""

import enum
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, ClassVar

from sqlalchemy import JSON, Enum, MetaData, Text
from sqlalchemy.orm import DeclarativeBase

from quizgen.domain.document import Document
from quizgen.storage.types import ExactFraction, UtcDateTime, WholeSeconds

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
ENUM_LENGTH = 40


class Base(DeclarativeBase):
    """The root of every row. Enums are kept by value, as text under a CHECK, so that both engines read alike."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        datetime: UtcDateTime(),
        timedelta: WholeSeconds(),
        Fraction: ExactFraction(),
        Document: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[int]: JSON(none_as_null=True),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=True,
            length=ENUM_LENGTH,
            values_callable=lambda members: [member.value for member in members],
        ),
    }
