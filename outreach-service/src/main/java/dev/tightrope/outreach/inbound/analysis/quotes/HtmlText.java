package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns HTML into lines that stand where a reader sees them. Block quotes become depth, and what the known mail programs
 * write around a quoted message becomes a mark. Some show names alone and keep the addresses in links behind them.
 */
final class HtmlText implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of("style", "script", "title", "template", "head", "noscript", "svg");

    private static final String MAILTO = "mailto:";
    private static final int MAX_ADDRESS = 320;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** The line without the addresses hidden in it; null while it has none. */
    private @Nullable StringBuilder shown;

    /** Where the words of an open link to an address begin in the line. */
    private int linkBegins = -1;

    private Mark mark = Mark.NONE;
    private int depth;
    private int signatures;
    private int preformatted;

    private HtmlText() {}

    static List<Line> lines(String html) {
        HtmlText reader = new HtmlText();
        Jsoup.parse(html).body().filter(reader);
        reader.endLine(false);
        return reader.lines;
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (UNSEEN.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        String tag = element.normalName();
        if (breaksLine(element)) {
            endLine(false);
        }
        switch (tag) {
            case "br" -> endLine(true);
            case "hr" -> rule();
            case "blockquote" -> depth += isQuote(element) ? 1 : 0;
            case "pre" -> preformatted++;
            case "li" -> put("- ");
            case "td", "th" -> space();
            case "a" -> linkBegins = element.attr("href").startsWith(MAILTO) ? text.length() : -1;
            default -> {}
        }
        if (isSignature(element)) {
            signatures++;
        }
        Mark own = markOf(element);
        if (own == Mark.RULE) {
            rule();
        } else if (own != Mark.NONE) {
            endLine(false);
            mark = own;
        }
    }

    private void close(Element element) {
        String tag = element.normalName();
        if (breaksLine(element)) {
            endLine(false);
            if (tag.equals("p") && isSpaced(element) && !lines.isEmpty()) {
                lines.add(Line.of(depth, ""));
            }
        }
        switch (tag) {
            case "blockquote" -> depth -= isQuote(element) ? 1 : 0;
            case "pre" -> preformatted--;
            case "a" -> closeLink(element.attr("href"));
            default -> {}
        }
        if (isSignature(element)) {
            signatures--;
        }
    }

    private static boolean breaksLine(Element element) {
        String tag = element.normalName();
        return element.isBlock() && !tag.equals("td") && !tag.equals("th");
    }

    /** Editors indent what people write with a block quote that has no border. */
    private static boolean isQuote(Element blockquote) {
        String style = blockquote.attr("style");
        boolean indented =
                style.contains("border:none") || style.contains("border: none") || style.contains("border:0");
        return !indented || blockquote.hasAttr("type") || blockquote.hasAttr("cite") || blockquote.hasAttr("class");
    }

    /** Outlook's paragraphs are lines, and those in a table's cell stand beside others. */
    private static boolean isSpaced(Element paragraph) {
        Element parent = paragraph.parent();
        boolean inCell = parent != null
                && (parent.normalName().equals("td") || parent.normalName().equals("th"));
        return !inCell && !paragraph.className().startsWith("Mso");
    }

    private static Mark markOf(Element element) {
        String id = element.id();
        String classes = element.className();
        if (classes.contains("moz-forward-container")) {
            return Mark.FORWARD;
        }
        if (classes.contains("moz-cite-prefix") || classes.contains("gmail_attr")) {
            return Mark.ATTRIBUTION;
        }
        if (id.endsWith("divRplyFwdMsg")
                || id.equals("OLK_SRC_BODY_SECTION")
                || id.equals("replySplit")
                || classes.contains("yahoo_quoted")
                || classes.contains("protonmail_quote")
                || classes.contains("zmail_extra")
                || classes.contains("gmail_quote") && !element.normalName().equals("blockquote")) {
            return Mark.QUOTE;
        }
        return element.normalName().equals("div") && drawsLineAbove(element.attr("style")) ? Mark.RULE : Mark.NONE;
    }

    /** Outlook sets the header block of what it quotes in a box whose only border is above it. */
    private static boolean drawsLineAbove(String style) {
        if (style.length() >= 500 || !style.contains("border-top")) {
            return false;
        }
        String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return plain.contains("border-top:solid") || plain.contains("border-top-style:solid");
    }

    private static boolean isSignature(Element element) {
        String classes = element.className();
        return classes.contains("gmail_signature")
                || classes.contains("moz-signature")
                || element.id().equals("ms-outlook-mobile-signature");
    }

    private void append(String words) {
        if (preformatted > 0) {
            String[] rows = words.split("\n", -1);
            for (int i = 0; i < rows.length; i++) {
                if (i > 0) {
                    endLine(true);
                }
                put(rows[i]);
            }
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                space();
            } else {
                put(c);
            }
        }
    }

    private void space() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            put(' ');
        }
    }

    private void put(char c) {
        text.append(c);
        if (shown != null) {
            shown.append(c);
        }
    }

    private void put(String words) {
        text.append(words);
        if (shown != null) {
            shown.append(words);
        }
    }

    /** Puts the address of a link beside the words that hide it, where nobody but the rules reads it. */
    private void closeLink(String href) {
        int begins = linkBegins;
        linkBegins = -1;
        if (begins < 0 || begins >= text.length() || !href.startsWith(MAILTO)) {
            return;
        }
        String words = text.substring(begins);
        String address =
                href.substring(MAILTO.length()).replaceFirst("[?].*", "").strip();
        Addresses.Found found = address.length() > MAX_ADDRESS ? null : Addresses.first(address);
        boolean alone = found != null && found.begin() == 0 && found.end() == address.length();
        if (alone && !words.isBlank() && words.indexOf('@') < 0) {
            shown = shown == null ? new StringBuilder(text) : shown;
            text.append(words.endsWith(" ") ? "<" : " <").append(address).append('>');
        }
    }

    private void rule() {
        endLine(false);
        lines.add(new Line(depth, "", Mark.RULE));
    }

    private void endLine(boolean evenIfEmpty) {
        String line = BodyLines.clean(text.toString());
        String seen = shown == null ? line : BodyLines.clean(shown.toString());
        text.setLength(0);
        shown = null;
        linkBegins = -1;
        if (line.isEmpty() && !evenIfEmpty) {
            return;
        }
        if (line.isEmpty()) {
            lines.add(Line.of(depth, ""));
        } else {
            lines.add(new Line(depth, line, signatures > 0 ? Mark.SIGNATURE : mark, "", seen));
            mark = Mark.NONE;
        }
    }
}
