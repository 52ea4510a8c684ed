package dev.tightrope.voicemail.script;

import dev.tightrope.names.BusinessRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the first version of a script from its language's template.
 *
 * <p>Templates are logic-less: a line of which a token has no value is left out, and a value is never read as a template.
 */
final class WriteScript {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int LONGEST_SITUATION = 25;

    private WriteScript() {}

    /**
     * What a form says, always in this order: greeting, pain, who calls, the reason in the business user's terms, the
     * competitor, one impact, the number twice, and the mail that follows. The long form tells of the situation and of what
     * was done as well, unless that would take too long.
     */
    static String from(ScriptFacts facts, ScriptForm form) {
        ScriptLanguage language = facts.scriptLanguage();
        Map<String, @Nullable String> values = values(facts, form);
        String script = filled(language.template(form), values);
        for (String detail : List.of("situation", "offering")) {
            if (SpeakingTime.of(script, language).seconds() >= CheckScript.LONG_SECONDS) {
                values.put(detail, null);
                script = filled(language.template(form), values);
            }
        }
        return script;
    }

    /** The same message for an executive who answers. */
    static String live(ScriptFacts facts) {
        return filled(facts.scriptLanguage().liveTemplate(), values(facts, ScriptForm.SHORT));
    }

    private static Map<String, @Nullable String> values(ScriptFacts facts, ScriptForm form) {
        ScriptLanguage language = facts.scriptLanguage();
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("executive", inline(facts.executive()));
        values.put("pain", sentence(spoken(facts.pain(), facts)));
        values.put("rep", inline(facts.rep()));
        values.put("repCompany", inline(facts.repCompany()));
        values.put("number", facts.spokenNumber());
        values.put("competitor", inline(facts.competitor()));
        values.put("role", inline(facts.spoken(facts.businessUserRole())));
        values.put("reason", fill(language.reason(BusinessRole.of(facts.businessUserRole()), form), values));
        values.put("offering", inline(facts.spoken(facts.offering())));
        values.put("situation", situation(facts));
        values.put(
                "impact",
                facts.impact() == null ? null : inline(SpokenImpact.of(facts.impact(), language, facts::spoken)));
        return values;
    }

    private static String filled(String template, Map<String, @Nullable String> values) {
        List<String> lines = new ArrayList<>();
        for (String line : template.split("\\R")) {
            String filled = fill(line, values);
            if (filled != null) {
                lines.add(filled);
            }
        }
        return String.join("\n", lines);
    }

    private static @Nullable String fill(String line, Map<String, @Nullable String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher token = TOKEN.matcher(line);
        while (token.find()) {
            if (!values.containsKey(token.group(1))) {
                throw new IllegalStateException("A script template has the unknown token " + token.group());
            }
            String value = values.get(token.group(1));
            if (value == null) {
                return null;
            }
            token.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        token.appendTail(filled);
        return filled.toString();
    }

    private static @Nullable String spoken(@Nullable String value, ScriptFacts facts) {
        return value == null ? null : facts.spoken(value);
    }

    /** A value inside a sentence: one line, without the point that would end the sentence early. */
    private static @Nullable String inline(String value) {
        String text = value.strip().replaceAll("\\s+", " ").replaceAll("[.!?…:;,]+$", "");
        return text.isEmpty() ? null : text;
    }

    /** A value that is a sentence of its own. */
    private static @Nullable String sentence(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip().replaceAll("\\s+", " ");
        String opened = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return opened.matches(".*[.!?…][\"'”’)]*") ? opened : opened + ".";
    }

    /** Its first sentence, if it is short enough to be said; what is long belongs into the e-mail. */
    private static @Nullable String situation(ScriptFacts facts) {
        return Wording.sentences(facts.situation()).stream()
                .findFirst()
                .filter(WriteScript::shortEnough)
                .map(facts::spoken)
                .filter(WriteScript::shortEnough)
                .map(WriteScript::sentence)
                .orElse(null);
    }

    private static boolean shortEnough(String sentence) {
        return Wording.words(sentence).split(" ").length <= LONGEST_SITUATION;
    }
}
