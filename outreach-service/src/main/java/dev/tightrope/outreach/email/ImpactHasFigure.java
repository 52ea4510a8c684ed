package dev.tightrope.outreach.email;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An impact convinces by a figure. */
final class ImpactHasFigure implements EmailCheck {

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,\u00a0 ]\\d+)*");
    private static final Pattern TELEPHONE = Pattern.compile("\\+\\d[\\d ()/-]{6,}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        String matter = email.matter();
        boolean fromStory =
                email.impactFigures().stream().anyMatch(figure -> !figure.isBlank() && matter.contains(figure));
        boolean any = FIGURE.matcher(TELEPHONE.matcher(matter).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .anyMatch(figure -> !YEAR.matcher(figure).matches());
        return fromStory || any
                ? List.of()
                : List.of(Finding.warning(
                        "NO_IMPACT_FIGURE",
                        "No impact is backed by a figure",
                        "Say how much, how many or how fast: figures are what gets forwarded"));
    }
}
