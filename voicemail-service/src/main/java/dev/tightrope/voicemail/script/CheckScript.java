package dev.tightrope.voicemail.script;

import dev.tightrope.language.LanguageOfText;
import dev.tightrope.names.CompanyName;
import dev.tightrope.voicemail.speech.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The checks of a script: what a voicemail must and should have to work. */
final class CheckScript {
    static final int LONG_SECONDS = 60;
    private static final int TOO_LONG_SECONDS = 90;
    private static final int LEAST_SUBSTANCE_WORDS = 10;
    private static final int OPENING_SENTENCES = 3;

    private final ScriptFacts facts;
    private final ScriptLanguage language;
    private final String text;
    private final List<String> sentences;
    private final List<ScriptCheck> found = new ArrayList<>();

    private CheckScript(String text, ScriptFacts facts) {
        this.facts = facts;
        this.text = text;
        language = facts.scriptLanguage();
        sentences = Wording.sentences(text);
    }

    static List<ScriptCheck> of(String text, ScriptFacts facts) {
        CheckScript checks = new CheckScript(text, facts);
        checks.competitor();
        checks.closingPhrase();
        checks.substance();
        checks.speakingTime();
        checks.tokens();
        checks.pain();
        checks.number();
        checks.languageOfTheMail();
        return List.copyOf(checks.found);
    }

    private void competitor() {
        if (facts.namesOfCompetitor().stream()
                .noneMatch(name -> CompanyName.of(name).isIn(text))) {
            found.add(ScriptCheck.error(
                    "COMPETITOR_MISSING",
                    "The script does not name " + facts.competitor() + ", the competitor the e-mail's subject names.",
                    "Say " + facts.competitor() + " in the reason for the call."));
        }
    }

    private void closingPhrase() {
        if (sentences.isEmpty() || sentences.stream().noneMatch(this::announcesTheMail)) {
            found.add(ScriptCheck.error(
                    "CLOSING_PHRASE_MISSING",
                    "The script does not announce the e-mail, so the mail would not be expected.",
                    "End with a sentence such as \"" + usualClosing() + "\""));
        } else if (!announcesTheMail(sentences.get(sentences.size() - 1))) {
            found.add(ScriptCheck.error(
                    "CLOSING_PHRASE_NOT_LAST",
                    "The e-mail is announced, but something is said after it.",
                    "Move the sentence that announces the e-mail to the very end."));
        }
    }

    private void substance() {
        int words = sentences.stream()
                .filter(sentence -> !isFrame(sentence))
                .mapToInt(sentence -> Wording.words(sentence).split(" ").length)
                .sum();
        if (words < LEAST_SUBSTANCE_WORDS) {
            found.add(ScriptCheck.error(
                    "MERELY_A_CALL_BACK_REQUEST",
                    "Apart from who calls, the number and a request to call back the script says next to nothing.",
                    "Say why you call, what was done at " + facts.competitor() + " and one effect it had there."));
        }
    }

    private void speakingTime() {
        int seconds = SpeakingTime.of(text, language).seconds();
        String reason = "Reading it aloud takes about " + seconds + " seconds";
        if (seconds > TOO_LONG_SECONDS) {
            found.add(ScriptCheck.error(
                    "TOO_LONG",
                    reason + "; many mailboxes cut off after " + TOO_LONG_SECONDS + ".",
                    "Leave out details: they are in the e-mail."));
        } else if (seconds > LONG_SECONDS) {
            found.add(ScriptCheck.warning(
                    "LONG",
                    reason + "; up to " + LONG_SECONDS + " are listened to.",
                    "Shorten it: details are in the e-mail."));
        }
    }

    private void tokens() {
        if (text.contains("{{") || text.contains("}}")) {
            found.add(ScriptCheck.error(
                    "UNRESOLVED_TOKEN", "The script still has a {{token}}.", "Replace it by what is to be said."));
        }
    }

    private void pain() {
        if (facts.pain() == null || facts.pain().isBlank()) {
            found.add(ScriptCheck.warning(
                    "PAIN_MISSING",
                    "No pain of theirs is known yet.",
                    "Write it into the homework; it opens the script."));
            return;
        }
        // As both are said: one may have the figure and the other its words.
        String opening = String.join(" ", sentences.subList(0, Math.min(OPENING_SENTENCES, sentences.size())));
        if (!Wording.mostlyIn(facts.spoken(facts.pain()), facts.spoken(opening))) {
            found.add(ScriptCheck.warning(
                    "PAIN_MISSING",
                    "The script does not open with the pain found in the homework.",
                    "Say it right after the greeting: \"" + facts.pain().strip() + "\""));
        }
    }

    private void number() {
        String number = facts.spokenNumber();
        if (sentences.stream().noneMatch(this::saysANumber)) {
            found.add(ScriptCheck.warning(
                    "NUMBER_MISSING",
                    "The script does not say your telephone number.",
                    number == null
                            ? "Add a telephone number to your profile, then say it digit by digit."
                            : "Say it digit by digit: " + number));
        }
    }

    private void languageOfTheMail() {
        if (ScriptLanguage.of(facts.language()).isEmpty()) {
            found.add(ScriptCheck.warning(
                    "LANGUAGE_UNKNOWN",
                    "There is no script template in the e-mail's language (" + facts.language() + ").",
                    "Translate the script; it is checked as if it were English."));
            return;
        }
        LanguageOfText.of(text).filter(read -> !read.equals(language.tag())).ifPresent(read -> {
            String expected = nameOf(language.tag());
            found.add(ScriptCheck.warning(
                    "OTHER_LANGUAGE",
                    "The script reads as " + nameOf(read) + ", but the e-mail it announces is in " + expected + ".",
                    "Say it in " + expected + ", or write it anew (POST /scripts/{outreachId}/regeneration)."));
        });
    }

    private static String nameOf(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Sentences every call has, whatever it is about. */
    private boolean isFrame(String sentence) {
        String plain = Wording.plain(sentence);
        boolean greeting =
                sentence.equals(sentences.get(0)) && Wording.words(sentence).split(" ").length <= 6;
        return greeting
                || language.introduction().matcher(plain).find()
                || language.callBack().matcher(plain).find()
                || saysANumber(sentence)
                || announcesTheMail(sentence);
    }

    private boolean announcesTheMail(String sentence) {
        String plain = Wording.plain(sentence);
        return language.mail().matcher(plain).find()
                && language.announce().matcher(plain).find()
                && !language.refuse().matcher(plain).find();
    }

    private boolean saysANumber(String sentence) {
        return !Figures.telephoneNumbers(sentence, language.tag()).isEmpty();
    }

    private String usualClosing() {
        String[] lines = language.template(ScriptForm.SHORT).strip().split("\\R");
        return lines[lines.length - 1];
    }
}
