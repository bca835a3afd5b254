"""Pages of advice: which answers each cites, under which headings, and its own words in other languages."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.kernel.danger import Level, Subject
from kith.library.models.statements import Statement
from kith.library.models.translations import Translated
from kith.library.rules.words import SLUG, PageKind, PageTopic
from kith.platform.codes import CodeField


class AdvicePageQuerySet(models.QuerySet["AdvicePage"]):
    """Pages of advice, by their address."""

    def locked(self, slug: str) -> "AdvicePage | None":
        """The page, locked until the transaction ends: its sections are written anew behind this lock."""
        return self.select_for_update(no_key=True).filter(slug=slug).first()


class AdvicePage(models.Model):
    """A page of advice, a script or the slides of a course.

    Its own words are only a title, a summary, headings and notes, and they have a version.
    """

    slug = models.CharField(max_length=60, unique=True)
    kind = CodeField(PageKind, default=PageKind.ADVICE)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=300)
    topic = CodeField(PageTopic)
    order = models.PositiveIntegerField(default=100)
    # Whose signs of danger stand at its top; see kith.kernel.danger.Subject.
    signs = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = AdvicePageQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(slug__regex=SLUG), name="advicepage_slug_is_a_slug"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(summary=""), name="advicepage_says_what_it_is"),
            models.CheckConstraint(
                condition=Q(signs__contained_by=list(Subject)), name="advicepage_signs_are_of_known_subjects"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class AdviceSection(models.Model):
    """A heading of a page; in a script its note says what to ask and listen for, on a slide what to talk about.

    On a page of signs it is a card: its level says how fast to act, its note who to call.
    """

    page = models.ForeignKey(AdvicePage, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveIntegerField()
    heading = models.CharField(max_length=120)
    note = models.CharField(max_length=600, blank=True)
    level = CodeField(Level, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "number"], name="advicesection_numbered_once"),
            models.CheckConstraint(condition=~Q(heading=""), name="advicesection_has_a_heading"),
            models.CheckConstraint(condition=Q(level__in=["", *Level]), name="advicesection_level_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.heading}"


class Citation(models.Model):
    """A statement said under a heading: the page holds the key, never a copy of the words."""

    section = models.ForeignKey(AdviceSection, on_delete=models.CASCADE, related_name="citations")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="citations")
    number = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["section", "statement"], name="citation_once_a_section"),
            models.UniqueConstraint(fields=["section", "number"], name="citation_numbered_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} in section {self.section_id}"


class PageTranslation(Translated):
    """A page's own words in another language, and which version of them this says; headings and notes in its order."""

    page = models.ForeignKey(AdvicePage, on_delete=models.CASCADE, related_name="translations")
    of_version = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    summary = models.CharField(max_length=400)
    headings = ArrayField(models.CharField(max_length=160), default=list)
    notes = ArrayField(models.CharField(max_length=800, blank=True), default=list)

    class Meta(Translated.Meta):
        constraints: ClassVar = [
            *Translated.Meta.constraints,
            models.UniqueConstraint(fields=["page", "language"], name="pagetranslation_one_a_language"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(summary=""), name="pagetranslation_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} in {self.language}"
