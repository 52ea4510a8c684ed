package dev.tightrope.outreach.email;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/** HTML of an e-mail: simple enough to look as one person's mail to another. */
final class HtmlBody {
    private static final Safelist PERSONAL_MAIL = Safelist.basic()
            .removeEnforcedAttribute("a", "rel")
            .addTags("h1", "h2", "h3", "div", "table", "tbody", "thead", "tr", "td", "th")
            .addProtocols("a", "href", "tel");

    private HtmlBody() {}

    /** Derives HTML from plain text: paragraphs, line breaks and lists. */
    static String ofText(String text) {
        List<String> blocks = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            blocks.add(block(paragraph.strip().lines().toList()));
        }
        return String.join("\n", blocks);
    }

    /** Lines of prose, as they stand within a paragraph. */
    static String linesOf(String text) {
        return text.lines().map(line -> Entities.escape(line.strip())).collect(Collectors.joining("<br>"));
    }

    /** Keeps text, simple formatting and links; scripts, styles, forms and images (tracking ones among them) go. */
    static String sanitised(String html) {
        Document.OutputSettings settings = new Document.OutputSettings()
                .prettyPrint(false)
                .charset("UTF-8")
                .escapeMode(Entities.EscapeMode.xhtml);
        return Jsoup.clean(html, "", PERSONAL_MAIL, settings).strip();
    }

    /** The words a reader of the HTML sees. */
    static String visibleText(String html) {
        return Jsoup.parse(html).text();
    }

    private static String block(List<String> lines) {
        StringBuilder html = new StringBuilder();
        List<String> prose = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("- ")) {
                flushProse(prose, html);
                items.add("<li>" + Entities.escape(line.substring(2).strip()) + "</li>");
            } else {
                flushItems(items, html);
                prose.add(Entities.escape(line.strip()));
            }
        }
        flushProse(prose, html);
        flushItems(items, html);
        return html.toString();
    }

    private static void flushProse(List<String> prose, StringBuilder html) {
        if (!prose.isEmpty()) {
            html.append("<p>").append(String.join("<br>", prose)).append("</p>");
            prose.clear();
        }
    }

    private static void flushItems(List<String> items, StringBuilder html) {
        if (!items.isEmpty()) {
            html.append("<ul>").append(String.join("", items)).append("</ul>");
            items.clear();
        }
    }
}
