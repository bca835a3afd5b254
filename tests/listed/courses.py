"""Lists of courses: the courses of the place, the families on one, the families to invite, and follow-ups."""

from datetime import timedelta

from kith.courses.models.following import FollowUp
from kith.courses.models.places import CoursePlace
from kith.courses.tests.test_following import expecting
from kith.courses.tests.world import a_course, book
from kith.groups.rules.places import BookingContact
from kith.kernel import clock
from kith.organisations.rules import Role
from kith.whats_on.tests.world import an_organisation
from testing.people import account_of, worker
from tests.listed.page import ListOnPage


def courses() -> ListOnPage:
    def add(_name: str) -> str:
        return f'"/desk/courses/{a_course(number=2)}/invite/"'

    return ListOnPage(account_of(worker()), "/desk/courses/", add)


def families_on_course() -> ListOnPage:
    organisation_id = an_organisation("Parents’ Friends")
    course_id = a_course(at=organisation_id, number=2, capacity=90)

    def add(name: str) -> str:
        book(course_id, contact=BookingContact(name, email=f"{name.lower()}@example.org"))
        return name

    reader = account_of(worker(Role.COORDINATOR, at=organisation_id))
    return ListOnPage(reader, f"/desk/courses/{course_id}/", add)


def families_to_invite() -> ListOnPage:
    grace, course_id = worker(), a_course(number=2)

    def add(name: str) -> str:
        expecting(*grace.organisation_ids, name=f"{name} Pop")
        return name

    return ListOnPage(account_of(grace), f"/desk/courses/{course_id}/invite/", add)


def follow_ups() -> ListOnPage:
    organisation_id = an_organisation("Parents’ Friends")
    carla = worker(Role.COORDINATOR, at=organisation_id)
    course_id = a_course(at=organisation_id, number=2, capacity=90)

    def add(name: str) -> str:
        receipt = book(course_id, contact=BookingContact(name, email=f"{name.lower()}@example.org"))
        place = CoursePlace.objects.get(pk=receipt.place_id)
        FollowUp.objects.create(
            course_id=course_id,
            family_id=place.family_id,
            place=place,
            owner_id=carla.membership_id,
            due_on=clock.today() + timedelta(days=3),
            made_at=clock.now(),
        )
        return name

    return ListOnPage(account_of(carla), "/desk/courses/follow-ups/", add)


COURSE_LISTS = (courses, families_on_course, families_to_invite, follow_ups)
