"""The suite of the Python client; the exit code tells whether every case held."""

import sys

import business_cases
import interop_cases
import meeting_cases
import web_cases
from office import Office

if __name__ == "__main__":
    office = Office("python", 300_000)
    # The first cases of the business register what the others stand on.
    failed = sum(module.cases.run(office) for module in (business_cases, meeting_cases, interop_cases, web_cases))
    sys.exit(1 if failed else 0)
