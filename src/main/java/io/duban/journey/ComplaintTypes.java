package io.duban.journey;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What New York's complaint types and agencies are in the demo's district; a word of the type decides. */
final class ComplaintTypes {

    private static final String[] COMPLAINTS = {
        "NOISE",
        "PARKING",
        "BLOCKED",
        "DERELICT",
        "COMPLAINT",
        "SMOKING",
        "DRINKING",
        "VENDING",
        "FOOD",
        "ANIMAL",
        "ENFORCEMENT",
        "GRAFFITI",
        "BUILDING/USE",
        "LITTER",
        "DIRTY",
        "VIOLATION",
        "AIR QUALITY",
        "UNLEASHED",
        "RODENT",
        "TAXI"
    };
    private static final String[] QUESTIONS = {
        "LITERATURE", "BENEFIT CARD", "SCRIE", "PERMIT", "IGR", "INTERNAL", "INSPECTION TEAM"
    };
    private static final String[] RISKS = {"HAZARDOUS", "FIRE", "BOILER", "ELEVATOR", "DAMAGED TREE"};
    private static final String[] UTILITIES = {
        "HEAT", "PLUMBING", "WATER", "SEWER", "ELECTRIC", "LIGHT", "SIGNAL", "SEWAGE"
    };

    private static final Map<String, String> UNITS = Map.of(
            "HPD", "housing",
            "DOB", "housing",
            "NYPD", "police",
            "FDNY", "police",
            "TLC", "police",
            "DOHMH", "health",
            "HRA", "health",
            "DEP", "water",
            "DOT", "urban",
            "DSNY", "urban");

    private static final String ANY_OTHER = "donghu";

    private ComplaintTypes() {}

    /** The kind of demand: a complaint, a question, or, as most are, a call for help. */
    static String demand(String complaintType) {
        if (has(complaintType, QUESTIONS)) {
            return "CONSULTATION";
        }
        return has(complaintType, COMPLAINTS) ? "COMPLAINT" : "HELP";
    }

    static String urgency(String complaintType) {
        if (has(complaintType, RISKS)) {
            return "RISK";
        }
        return has(complaintType, UTILITIES) ? "UTILITY" : "ORDINARY";
    }

    /** The demo unit an agency's work falls to, as the first part of its people's names; the rest is the subdistrict's. */
    static String unit(String agency) {
        return UNITS.getOrDefault(agency, ANY_OTHER);
    }

    private static boolean has(String complaintType, String... words) {
        String type = complaintType.toUpperCase(Locale.ROOT);
        return Stream.of(words).anyMatch(type::contains);
    }
}
