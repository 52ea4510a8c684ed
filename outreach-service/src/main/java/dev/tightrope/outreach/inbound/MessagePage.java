package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.BodyText;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.analysis.Party;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * A message as a page to look at. Of its HTML what gives text its form is left: no scripts, no styles, no forms, nothing
 * that is loaded from elsewhere (a picture would tell its sender that it was looked at), and links that name where they
 * lead.
 *
 * @param subject its subject
 * @param from who sent it
 * @param to whom it was sent to
 * @param cc who got a copy
 * @param sentAt when, by the clock of its sender
 * @param html its body, made harmless; absent where it has only text
 * @param text its body as text, where it has no HTML
 */
public record MessagePage(
        @Nullable String subject,
        @Nullable String from,
        String to,
        String cc,
        @Nullable Instant sentAt,
        @Nullable String html,
        @Nullable String text) {
    private static final Safelist HARMLESS = Safelist.relaxed()
            .removeTags("img")
            .addTags("hr", "s", "font", "center", "address")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank")
            .removeProtocols("a", "href", "ftp")
            .addProtocols("a", "href", "tel");
    private static final Document.OutputSettings OUTPUT =
            new Document.OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);

    @CheckedTemplate(basePath = "inbound")
    private static final class Templates {
        private Templates() {}

        static native TemplateInstance message(MessagePage page);
    }

    /** The page for the bytes of a message. */
    static String of(byte[] raw) {
        InboundMail mail = MessageReader.read(ReadInTime.header(raw));
        BodyText body = BodyText.of(raw);
        String html = body.html();
        Party from = mail.from();
        return Templates.message(new MessagePage(
                        mail.subject(),
                        from == null ? null : written(from),
                        written(mail.to()),
                        written(mail.cc()),
                        mail.sentAt(),
                        html == null ? null : Jsoup.clean(html, "", HARMLESS, OUTPUT),
                        html == null ? body.plain() : null))
                .render();
    }

    private static String written(List<Party> parties) {
        return String.join(", ", parties.stream().map(MessagePage::written).toList());
    }

    private static String written(Party party) {
        if (party.name() == null) {
            return String.valueOf(party.address());
        }
        return party.address() == null ? party.name() : party.name() + " <" + party.address() + ">";
    }
}
