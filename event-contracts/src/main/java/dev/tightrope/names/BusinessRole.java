package dev.tightrope.names;

import java.util.List;
import java.util.stream.Stream;

/**
 * Kinds of business user with a wording of their own; every other role is served by the general one. The same for the
 * e-mail and for the script that announces it, so that both speak of the same matter.
 */
public enum BusinessRole {
    /** Answers for sales. */
    SALES_MANAGER(
            "sales manager",
            "head of sales",
            "sales director",
            "sales team",
            "försäljningschef",
            "Vertriebsleiter",
            "Vertriebsleitung",
            "directeur commercial",
            "direction commerciale",
            "director comercial",
            "jefe de ventas"),
    /** Keeps plants running. */
    MAINTENANCE_MANAGER(
            "maintenance manager",
            "head of maintenance",
            "maintenance team",
            "underhållschef",
            "Instandhaltungsleiter",
            "Leiter Instandhaltung",
            "Instandhaltungsleitung",
            "responsable maintenance",
            "responsable de la maintenance",
            "jefe de mantenimiento",
            "responsable de mantenimiento"),
    /** Any other. */
    GENERAL;

    private final List<String> names;

    BusinessRole(String... names) {
        this.names = List.of(names);
    }

    /** The kind of a role, in whichever of the languages it is said. */
    public static BusinessRole of(String role) {
        String wanted = String.join(" ", CompanyName.words(role));
        return Stream.of(values())
                .filter(known -> known.names.stream()
                        .map(name -> String.join(" ", CompanyName.words(name)))
                        .anyMatch(wanted::equals))
                .findFirst()
                .orElse(GENERAL);
    }

    /** Ways to say the role: its own word and, for a known one, its names in every language. */
    public static List<String> waysToSay(String role) {
        return Stream.concat(Stream.of(role), of(role).names.stream()).toList();
    }
}
