#!/usr/bin/env python3
"""Does python3-icalendar parse calendars? Reads a JSON list of them; prints how many, or fails at the first fault."""
import json
import sys

from icalendar import Calendar


def check(text):
    calendar = Calendar.from_ical(text)
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    events = calendar.walk("VEVENT")
    assert events, text
    for event in events:
        assert not event.errors, event.errors
        for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"):
            assert name in event, f"{name} is missing: {text}"
        zone = event["DTSTART"].params.get("TZID")
        assert zone is None or zone in zones, f"no VTIMEZONE for {zone}"


def main():
    calendars = json.load(sys.stdin)
    for text in calendars:
        check(text)
    print(f"{len(calendars)} calendars")


if __name__ == "__main__":
    main()
