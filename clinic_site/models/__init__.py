"""The models of the project. Other modules import them from here."""

from clinic_site.models.clinic import NO_ESTIMATE_NOTICE, Clinic, InsurancePlan, valid_time_zone
from clinic_site.models.interface_review import InterfaceReview
from clinic_site.models.old_site import (
    ITEMS_KEPT_FOR,
    ImportedItem,
    OldSiteImport,
    WaitingItem,
    delete_waiting_items,
)
from clinic_site.models.opening_hours import OpeningPeriod, SpecialHours
from clinic_site.models.operations import Backup, Duty, PublicGeneration
from clinic_site.models.statistics import Campaign, PageViews
