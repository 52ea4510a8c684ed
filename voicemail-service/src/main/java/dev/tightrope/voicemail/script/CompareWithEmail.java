package dev.tightrope.voicemail.script;

import dev.tightrope.names.BusinessRole;
import dev.tightrope.names.CompanyName;
import dev.tightrope.voicemail.speech.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a script says otherwise than its e-mail. Whoever heard one and reads the other notices. */
final class CompareWithEmail {
    private static final int FEWEST_DIGITS = 7;

    private final String script;
    private final ScriptFacts facts;
    private final String language;
    private final List<ScriptDifference> found = new ArrayList<>();

    private CompareWithEmail(String script, ScriptFacts facts) {
        this.script = script;
        this.facts = facts;
        language = facts.speechLanguage();
    }

    /**
     * All differences.
     *
     * @param mail subject and text of the e-mail; without the text its figures are not known
     */
    static List<ScriptDifference> of(String script, ScriptFacts facts, @Nullable String mail) {
        CompareWithEmail comparison = new CompareWithEmail(script, facts);
        if (mail != null) {
            comparison.figures(mail);
        }
        comparison.number();
        comparison.role();
        comparison.impact();
        comparison.rep();
        comparison.company();
        return List.copyOf(comparison.found);
    }

    /** The pain is the executive's own, and its figures need not be in the mail. */
    private void figures(String mail) {
        Set<BigDecimal> known = new HashSet<>();
        Stream.of(mail, facts.pain(), facts.impact(), facts.situation(), facts.offering())
                .filter(Objects::nonNull)
                .forEach(text -> known.addAll(facts.figures(text)));
        for (BigDecimal figure : facts.figures(script)) {
            if (!known.contains(figure)) {
                found.add(new ScriptDifference("FIGURE_NOT_IN_EMAIL", figure.toPlainString(), facts.impact()));
            }
        }
    }

    private void number() {
        for (String said : Figures.telephoneNumbers(script, language)) {
            if (!isOfTheRep(said)) {
                found.add(new ScriptDifference("OTHER_NUMBER", said, facts.repPhone()));
            }
        }
    }

    /** Said with or without the country, 0046 70 or 070. */
    private boolean isOfTheRep(String said) {
        String digits = said.replaceFirst("^0+", "");
        return facts.repPhone() != null
                && digits.length() >= FEWEST_DIGITS
                && facts.repPhone().endsWith(digits);
    }

    private void role() {
        if (BusinessRole.waysToSay(facts.businessUserRole()).stream().noneMatch(this::says)) {
            found.add(new ScriptDifference("ROLE_NOT_SAID", null, facts.businessUserRole()));
        }
    }

    private void impact() {
        String impact = facts.impact();
        if (impact == null) {
            return;
        }
        Set<BigDecimal> figures = facts.figures(impact);
        boolean said = figures.isEmpty()
                ? Wording.mostlyIn(facts.spoken(impact), facts.spoken(script))
                : facts.figures(script).containsAll(figures);
        if (!said) {
            found.add(new ScriptDifference("IMPACT_NOT_SAID", null, impact));
        }
    }

    /** A first name does: people introduce themselves like that. */
    private void rep() {
        if (Arrays.stream(facts.rep().split(" ")).noneMatch(this::says)) {
            found.add(new ScriptDifference("OTHER_REP", introduction(), facts.rep()));
        }
    }

    private void company() {
        if (!says(facts.repCompany())) {
            found.add(new ScriptDifference("OTHER_COMPANY", introduction(), facts.repCompany()));
        }
    }

    private boolean says(String name) {
        return CompanyName.of(name).isIn(script);
    }

    private @Nullable String introduction() {
        return Wording.sentences(script).stream()
                .filter(sentence -> facts.scriptLanguage()
                        .introduction()
                        .matcher(Wording.plain(sentence))
                        .find())
                .findFirst()
                .orElse(null);
    }
}
