package dev.tightrope.outreach.suggestion;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.optout.OptOut;
import dev.tightrope.outreach.optout.ReadOptOut;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Suggests what an answer means, for the rep to confirm or correct; where it says nothing, nothing is suggested. */
public final class SuggestDisposition {
    private static final double LEAST = 0.3;
    private static final double MOST = 0.95;
    private static final double UNMISTAKABLE = 0.9;
    private static final double PERHAPS_OPT_OUT = 0.65;
    private static final int LONGEST_QUOTE = 160;
    private static final double KNOWN_SENDER = 0.1;

    private final Answer answer;
    private final ReadText text;
    private final SaidTimes times;

    private SuggestDisposition(Answer answer) {
        this.answer = answer;
        this.text = ReadText.of(answer.text());
        this.times = new SaidTimes(answer.at());
    }

    /** What the answer seems to mean, if it says anything. */
    public static Optional<Suggestion> of(Answer answer) {
        return new SuggestDisposition(answer).suggest();
    }

    private Optional<Suggestion> suggest() {
        Optional<OptOut> optOut = ReadOptOut.of(answer.text());
        boolean company =
                optOut.filter(wish -> wish.scope() != OptOut.Scope.PERSON).isPresent();
        if (answer.form() == Answer.Form.OPT_OUT) {
            return Optional.of(new Suggestion(DispositionKind.OPTED_OUT, null, company, 0.9, firstWords()));
        }
        List<Reading> readings =
                text.signs().stream().flatMap(sign -> read(sign).stream()).toList();
        Optional<Reading> judged = Judgement.of(readings);
        if (optOut.isPresent()
                && judged.filter(reading -> outweighs(reading, optOut.get())).isEmpty()) {
            double sure = optOut.get().unmistakable() ? UNMISTAKABLE : PERHAPS_OPT_OUT;
            return Optional.of(new Suggestion(DispositionKind.OPTED_OUT, null, company, sure, words(optOut.get())));
        }
        return judged.map(this::suggestion).or(this::byForm);
    }

    /** Whoever names somebody else or a day, or wants to meet, wants no end of it: what ends are the mails to them. */
    private static boolean outweighs(Reading reading, OptOut wish) {
        return switch (reading.kind()) {
            case PASSED_ON, INTERESTED -> true;
            case LATER -> reading.day() != null;
            case DECLINED, NOT_FROM_THEM -> wish.surety() == OptOut.Surety.POSSIBLE;
            case OPTED_OUT -> false;
        };
    }

    private static String words(OptOut wish) {
        String words = wish.words();
        return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + "…" : words;
    }

    private Optional<Reading> read(ReadText.Found sign) {
        boolean conditional = text.conditional(sign);
        return switch (sign.sign()) {
            case NEUTRAL -> Optional.empty();
            case DECLINED -> conditional ? Optional.empty() : reading(DispositionKind.DECLINED, 0.85, sign);
            case NOT_NOW -> conditional ? Optional.empty() : Optional.of(notNow(sign));
            case NOT_THEM -> conditional ? Optional.empty() : reading(DispositionKind.NOT_FROM_THEM, 0.65, sign);
            case PASSED_ON ->
                conditional || text.negated(sign)
                        ? Optional.empty()
                        : reading(DispositionKind.PASSED_ON, passedOn(), sign);
            case COME_BACK -> comeBack(sign);
            case PERHAPS -> times.find(text.sentence(sign)).map(day -> later(day, 0.8, sign));
            case ASKING ->
                negated(sign)
                        ? reading(DispositionKind.DECLINED, 0.75, sign)
                        : reading(DispositionKind.INTERESTED, Reading.WISH, sign);
            case CALL_ME -> callMe(sign);
            case INTEREST -> conditional ? Optional.empty() : interest(sign);
        };
    }

    private Reading notNow(ReadText.Found sign) {
        return times.find(text.sentenceAndAfter(sign))
                .map(day -> later(day, 0.7, sign))
                .orElseGet(() -> new Reading(DispositionKind.DECLINED, null, 0.6, text.quote(sign)));
    }

    private Optional<Reading> comeBack(ReadText.Found sign) {
        Optional<LocalDate> day = times.find(text.sentence(sign));
        if (day.isPresent()) {
            return Optional.of(later(day.get(), 0.85, sign));
        }
        if (negated(sign)) {
            return reading(DispositionKind.DECLINED, 0.75, sign);
        }
        return text.conditional(sign) ? Optional.empty() : reading(DispositionKind.LATER, 0.5, sign);
    }

    private Optional<Reading> callMe(ReadText.Found sign) {
        Optional<LocalDate> day = times.find(text.sentence(sign)).filter(named -> !times.near(named));
        if (day.isPresent()) {
            return Optional.of(later(day.get(), 0.8, sign));
        }
        return negated(sign)
                ? reading(DispositionKind.DECLINED, 0.75, sign)
                : reading(DispositionKind.INTERESTED, 0.7, sign);
    }

    private Optional<Reading> interest(ReadText.Found sign) {
        return text.negated(sign)
                ? reading(DispositionKind.DECLINED, 0.75, sign)
                : reading(DispositionKind.INTERESTED, 0.65, sign);
    }

    private boolean negated(ReadText.Found sign) {
        return text.negated(sign) || text.negatedBehind(sign);
    }

    private double passedOn() {
        return answer.fromExecutive() ? 0.9 : 0.75;
    }

    private Reading later(LocalDate day, double weight, ReadText.Found sign) {
        return new Reading(DispositionKind.LATER, day, weight, text.quote(sign));
    }

    private Optional<Reading> reading(DispositionKind kind, double weight, ReadText.Found sign) {
        return Optional.of(new Reading(kind, null, weight, text.quote(sign)));
    }

    private Suggestion suggestion(Reading reading) {
        // Somebody else than the executive answers only because it reached them: that is what the method aims at.
        double known = reading.kind() == DispositionKind.INTERESTED && !answer.fromExecutive() ? KNOWN_SENDER : 0;
        LocalDate day = reading.day() == null && reading.kind() == DispositionKind.LATER ? returnsOn() : reading.day();
        return new Suggestion(
                reading.kind(),
                day == null ? null : times.workingDay(day),
                rounded(reading.weight() + known),
                reading.words());
    }

    private Optional<Suggestion> byForm() {
        LocalDate returns = returnsOn();
        if (returns != null) {
            return Optional.of(new Suggestion(DispositionKind.LATER, times.workingDay(returns), 0.5, firstWords()));
        }
        return answer.form() == Answer.Form.FORWARD && answer.fromExecutive()
                ? Optional.of(new Suggestion(DispositionKind.PASSED_ON, null, 0.6, firstWords()))
                : Optional.empty();
    }

    private @Nullable LocalDate returnsOn() {
        LocalDate day = answer.returnsOn();
        return day != null && times.future(day) ? day : null;
    }

    private @Nullable String firstWords() {
        String words = text.quote(new ReadText.Found(Sign.NEUTRAL, 0, 0));
        return words.isBlank() ? null : words;
    }

    private static double rounded(double confidence) {
        return Math.round(100 * Math.min(MOST, Math.max(LEAST, confidence))) / 100.0;
    }
}
