"""What stands on the pages that many rooms share, in order; each room says in its ``sections`` what it brings."""

from dataclasses import replace

from kith.alliance import sections as alliance
from kith.awareness import sections as awareness
from kith.bundles import sections as bundles
from kith.cafes import sections as cafes
from kith.caseloads import sections as caseloads
from kith.contacts import sections as contacts
from kith.courses import sections as courses
from kith.directory import sections as directory
from kith.education import sections as education
from kith.equipment import sections as equipment
from kith.families import sections as families
from kith.feeding import sections as feeding
from kith.founding import sections as founding
from kith.front import sections as front
from kith.front.frames import Frames
from kith.groups import sections as groups
from kith.hub_days import sections as hub_days
from kith.insight import sections as insight
from kith.interpreting import sections as interpreting
from kith.listening import sections as listening
from kith.listening.parts import SaidPart, ThemePart
from kith.messages import sections as messages
from kith.missed import sections as missed
from kith.organisations import sections as organisations
from kith.panels import sections as panels
from kith.peers import sections as peers
from kith.plans import sections as plans
from kith.programmes import sections as programmes
from kith.referrals import sections as referrals
from kith.rights import sections as rights
from kith.rotas import sections as rotas
from kith.safeguarding import sections as safeguarding
from kith.stores import sections as stores
from kith.studies import sections as studies
from kith.tasks import sections as tasks
from kith.timetables import sections as timetables
from kith.ways import sections as ways
from kith.welcome import sections as welcome
from kith.whats_on import sections as whats_on
from kith.whats_on.parts import SessionPart

FRAMES = Frames(
    desk=(
        organisations.PEOPLE_DESK,
        organisations.ORGANISATIONS_DESK,
        organisations.CONDITION_DESK,
        insight.NUMBERS_DESK,
        insight.LIVE_NUMBERS_DESK,
        insight.RELEASES_DESK,
        listening.STORIES_DESK,
        listening.THEMES_DESK,
        alliance.MEETINGS_DESK,
        alliance.ACTIONS_DESK,
        listening.WELCOME_DESK,
        listening.CODES_DESK,
        panels.PANELS_DESK,
        panels.OWED_DESK,
        studies.STUDIES_DESK,
        panels.WORKS_DESK,
        plans.PLAN_DESK,
        awareness.EVENTS_DESK,
        safeguarding.CONCERNS_DESK,
        contacts.LANGUAGE_DESK,
        referrals.REFERRALS_DESK,
        whats_on.SESSIONS_DESK,
        courses.COURSES_DESK,
        courses.FOLLOW_UPS_DESK,
        timetables.TIMETABLES_DESK,
        hub_days.HUB_DAYS_DESK,
        cafes.FOOTFALL_DESK,
        welcome.WELCOME_DESK,
        missed.BARRIERS_DESK,
        equipment.PUMPS_DESK,
        equipment.LINE_DESK,
        equipment.LOANS_DESK,
        equipment.USE_DESK,
        bundles.BUNDLES_DESK,
        bundles.HOUSING_DESK,
        bundles.RECHECKS_DESK,
        bundles.NUMBERS_DESK,
        stores.STORES_DESK,
        stores.RECALLS_DESK,
        directory.CHANGES_DESK,
        education.MY_DESK,
        education.TRAINING_DESK,
        education.SIGN_DESK,
        peers.PEERS_DESK,
        peers.WISHES_DESK,
        peers.WATCH_DESK,
        peers.MY_FAMILIES_DESK,
        rotas.ROTA_DESK,
        rotas.MY_ROTA_DESK,
        interpreting.INTERPRETERS_DESK,
        contacts.CONTINUITY_DESK,
        programmes.PROGRAMMES_READ,
        programmes.PROGRAMMES_KEPT,
        organisations.ALLIANCE_DESK,
        ways.WAYS_DESK,
        rights.REQUESTS_DESK,
        organisations.AUDIT_DESK,
        organisations.IMPORTS_DESK,
        messages.LOG_DESK,
        founding.SETTINGS_DESK,
        front.HELPLINES_DESK,
        front.GALLERY_DESK,
    ),
    diary=(
        interpreting.BOOKED,
        whats_on.LED,
        groups.EXPECTED,
        tasks.NOTED,
        feeding.ASKED,
        caseloads.HANDED_OVER,
    ),
    today_first=(safeguarding.LONE_VISIT,),
    today_links=(
        families.BEGIN_RECORD,
        peers.MY_FAMILIES,
        safeguarding.GO_OUT_ALONE,
        families.DUPLICATES,
        safeguarding.CONCERNS,
    ),
    today=(
        organisations.WAITING,
        tasks.MY_STEPS,
        caseloads.BIRTHS,
        feeding.LEAVING,
        feeding.DUE,
        caseloads.COVERING,
        referrals.TO_ANSWER,
        tasks.NOTICES,
        welcome.TO_MEND,
        alliance.HEARD,
        education.MINE,
        panels.WAITING,
        plans.MY_STEPS,
        programmes.BESIDE_ME,
        caseloads.UNLED,
    ),
    today_last=(caseloads.COVER_PAGE, programmes.PROGRAMMES_PAGE, families.EMERGENCY),
    family_actions=(
        contacts.RECORD_CONTACT,
        interpreting.BOOK_INTERPRETER,
        groups.BOOK_SESSION,
        referrals.REFER,
        equipment.REQUEST_PUMP,
        bundles.REQUEST_BUNDLE,
        tasks.ADD_STEP,
        safeguarding.RAISE_CONCERN,
        safeguarding.PRECAUTIONS_PAGE,
    ),
    family=(
        safeguarding.BEFORE_VISIT,
        families.BEREAVEMENT,
        tasks.STEPS,
        feeding.FEEDING,
        contacts.CONTACTS,
        referrals.REFERRALS,
        groups.BOOKINGS,
        courses.COURSES,
        cafes.CAFES,
        equipment.PUMPS,
        bundles.BUNDLES,
    ),
    family_beside=(
        replace(caseloads.LEAD, inside=(programmes.BESIDE_LEAD, contacts.CONTINUITY)),
        interpreting.INTERPRETERS,
        families.PARENTS,
        families.CONSENTS,
    ),
    my_page=(
        families.MY_BEREAVEMENT,
        courses.MY_COURSES,
        groups.MY_BOOKINGS,
        cafes.MY_ONE_TO_ONE,
        missed.MY_QUESTIONS,
        equipment.MY_PUMP,
        bundles.MY_BUNDLES,
        panels.MY_PANELS,
        interpreting.MY_INTERPRETERS,
        replace(caseloads.MY_PEOPLE, inside=(programmes.MY_WORKERS,)),
        peers.MY_SUPPORTER,
        rights.ABOUT_ME,
        feeding.MY_FEEDING,
        referrals.MY_REFERRALS,
        families.MY_CONSENTS,
        families.MY_CARDS,
        rights.MY_READERS,
        rights.MY_DATA,
    ),
    confirmations={
        **families.CONFIRMATIONS,
        **feeding.CONFIRMATIONS,
        **caseloads.CONFIRMATIONS,
        **programmes.CONFIRMATIONS,
        **contacts.CONFIRMATIONS,
        **groups.CONFIRMATIONS,
        **tasks.CONFIRMATIONS,
        **safeguarding.CONFIRMATIONS,
    },
    my_confirmations={
        **families.MY_CONFIRMATIONS,
        **caseloads.MY_CONFIRMATIONS,
        **feeding.MY_CONFIRMATIONS,
        **referrals.MY_CONFIRMATIONS,
    },
)

SESSION_PARTS: tuple[SessionPart, ...] = (
    courses.PART_OF_COURSE,
    timetables.REPEATS,
    cafes.ONE_TO_ONE,
    SessionPart("welcome/at_session.jinja", welcome.at_session),
    SessionPart("listening/session_part.jinja", lambda context: listening.how_it_was(context.session.id)),
)
"""What stands on the public page of a session."""
REGISTER_PARTS: tuple[SessionPart, ...] = (cafes.ON_THE_DAY, courses.PART_OF_REGISTER, timetables.CHANGE_DATE)
"""What stands on the register of a session."""
THEME_PARTS: tuple[ThemePart, ...] = (alliance.ACTIONS_OF_THEME,)
"""What stands on the page of a theme."""
SAID_PARTS: tuple[SaidPart, ...] = (alliance.MEETINGS_FOR_ALL,)
"""What stands on the public page of what was said and done."""
