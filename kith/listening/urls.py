"""The addresses of listening."""

from kith.listening.views import recordings, stories, telling, themes
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page

ASK = ("GET", "POST")
public = [
    page("tell-us/", telling.tell_us, audience=Audience.PUBLIC, name="tell-us", methods=ASK),
    page(
        "tell-us/answer/<slug:story_token>/",
        telling.answer,
        audience=Audience.PUBLIC,
        name="story-answer",
        methods=ASK,
    ),
    page(
        "tell-us/<slug:subject_kind>/<int:subject_id>/",
        telling.tell_us_about,
        audience=Audience.PUBLIC,
        name="tell-us-about",
        methods=ASK,
    ),
    page("you-said/", telling.said_and_done, audience=Audience.PUBLIC, name="you-said"),
]
# Short, for a text and for what is typed from a poster: it speaks the language of the phone.
root = [
    page("t/", telling.short, audience=Audience.PUBLIC, name="tell-short"),
    page("t/<slug:short_code>/", telling.short, audience=Audience.PUBLIC, name="tell-short-about"),
]
_READS = Permission.SEE_STORIES
_PARTAKES = Permission.SEE_THEMES
desk = [
    page("stories/", stories.stories, audience=Audience.STAFF, name="stories", needs=_READS),
    page("stories/duty/", stories.duty, audience=Audience.STAFF, name="story-duty", methods=ASK, needs=_READS),
    page("stories/codes/", stories.codes, audience=Audience.STAFF, name="story-codes", needs=_PARTAKES),
    page(
        "stories/codes/<slug:subject_kind>/<int:subject_id>/",
        stories.code,
        audience=Audience.STAFF,
        name="story-code",
        needs=_PARTAKES,
    ),
    page("stories/<uuid:story_id>/", stories.story, audience=Audience.STAFF, name="story", methods=ASK, needs=_READS),
    # The one who was asked finds it; nobody else does.
    page(
        "stories/<uuid:story_id>/translate/",
        stories.translate,
        audience=Audience.STAFF,
        name="translate-story",
        methods=ASK,
    ),
    # The same for what is said aloud; whoever reads stories hears it too.
    page("stories/<uuid:spoken_id>/recording/", recordings.hear, audience=Audience.STAFF, name="story-recording"),
    page(
        "stories/<uuid:spoken_id>/write-down/",
        recordings.write_down,
        audience=Audience.STAFF,
        name="write-down-story",
        methods=ASK,
    ),
    page("themes/", themes.themes, audience=Audience.STAFF, name="themes", needs=_PARTAKES),
    page(
        "themes/sort/<uuid:story_id>/",
        themes.sort_story,
        audience=Audience.STAFF,
        name="sort-story",
        methods=ASK,
        needs=Permission.MANAGE_THEMES,
    ),
    page("themes/<int:theme_id>/", themes.theme, audience=Audience.STAFF, name="theme", methods=ASK, needs=_PARTAKES),
    page(
        "themes/<int:theme_id>/reply/<slug:reply_language>/",
        themes.reply,
        audience=Audience.STAFF,
        name="theme-reply",
        methods=ASK,
        needs=Permission.MANAGE_THEMES,
    ),
    page(
        "welcome/",
        themes.welcome,
        audience=Audience.STAFF,
        name="welcome-answers",
        methods=ASK,
        needs=_PARTAKES,
    ),
]
