package dev.tightrope.outreach.inbound.analysis;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text HTML holds, with a line end wherever a line begins. Nothing is put into the tree for that: each node put
 * among its siblings renumbers those behind it, and a mail may have a hundred thousand of them.
 */
final class ShownText implements NodeVisitor {
    private static final Set<String> BEGIN_LINES =
            Set.of("br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "pre");

    private final StringBuilder text = new StringBuilder();

    private ShownText() {}

    static String of(String html) {
        ShownText shown = new ShownText();
        Jsoup.parse(html).traverse(shown);
        return shown.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element && BEGIN_LINES.contains(element.normalName())) {
            text.append('\n');
        }
    }
}
