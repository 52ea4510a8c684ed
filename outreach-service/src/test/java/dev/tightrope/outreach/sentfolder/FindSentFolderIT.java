package dev.tightrope.outreach.sentfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.outreach.inbound.reading.Relay;
import dev.tightrope.outreach.mailbox.SignInServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Sent folder on servers that say which one it is, each in its way, and on those that do not. */
class FindSentFolderIT {
    private static final String BY_NAME = "Gesendete Elemente";

    private static SignInServer mail;

    private final String address = "rolf-" + UUID.randomUUID() + "@seller.example";
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> lastAsked = new AtomicReference<>("");

    @BeforeAll
    static void start() {
        mail = new SignInServer();
    }

    @AfterAll
    static void stop() {
        mail.close();
    }

    @BeforeEach
    void folders() {
        mail.user(address, "s3cret");
        has(BY_NAME, "Skickat", "Drafts");
    }

    @Test
    void theOneMarkedInAPlainListIsTaken() throws Exception {
        assertThat(found(said -> marked(said, "Skickat"), null)).isEqualTo("Skickat");
        assertThat(asked).noneMatch(said -> said.contains("RETURN") || said.contains("XLIST"));
    }

    @Test
    void whereOnlyAnExtendedListMarksItItIsAskedFor() throws Exception {
        assertThat(found(
                        said -> lastAsked.get().contains("RETURN (SPECIAL-USE)")
                                ? marked(said, "Skickat")
                                : offers(said, "SPECIAL-USE LIST-EXTENDED"),
                        "Configured"))
                .isEqualTo("Skickat");
    }

    @Test
    void namesAreNotGuessedWhereTheServerCouldHaveSaidIt() throws Exception {
        assertThat(found(said -> offers(said, "SPECIAL-USE"), null)).isEqualTo("Sent");
        assertThat(found(said -> offers(said, "SPECIAL-USE"), "Configured")).isEqualTo("Configured");
        assertThat(asked).noneMatch(said -> said.contains("XLIST"));
    }

    @Test
    void anOldServerIsAskedByXlist() throws Exception {
        assertThat(found(
                        said -> lastAsked.get().contains("XLIST")
                                ? marked(said, "Skickat").replace("* LIST", "* XLIST")
                                : offers(said, "XLIST"),
                        null))
                .isEqualTo("Skickat");
    }

    @Test
    void aServerThatRefusesTheQuestionHasItFoundByName() throws Exception {
        assertThat(found(
                        said -> lastAsked.get().contains("XLIST")
                                ? said.replaceAll("(?m)^\\* LIST.*\r\n", "").replaceFirst(" OK .*", " BAD what?")
                                : offers(said, "XLIST"),
                        null))
                .isEqualTo(BY_NAME);
    }

    @Test
    void otherwiseItIsTheConfiguredOneAndOtherwiseOneWithAUsualName() throws Exception {
        assertThat(found(UnaryOperator.identity(), "Configured")).isEqualTo("Configured");
        assertThat(found(UnaryOperator.identity(), null)).isEqualTo(BY_NAME);
        has("Sent Items");
        assertThat(found(UnaryOperator.identity(), null)).isEqualTo("Sent Items");
    }

    @Test
    void whereThereIsNoneItWillBeMadeBeneathWhatIsOurs() throws Exception {
        mail.user("new" + address, "s3cret");
        String other = "new" + address;
        assertThat(found(UnaryOperator.identity(), null, other)).isEqualTo("Sent");
        assertThat(found(
                        said -> lastAsked.get().contains("NAMESPACE")
                                ? "* NAMESPACE ((\"INBOX.\" \".\")) NIL NIL\r\n" + said
                                : offers(said, "NAMESPACE"),
                        null,
                        other))
                .isEqualTo("INBOX.Sent");
    }

    @Test
    void aConnectionLostMeanwhileIsNoAnswer() {
        assertThatThrownBy(() -> found(
                        said -> lastAsked.get().contains("RETURN") ? "* BYE\r\n" : offers(said, "SPECIAL-USE"), null))
                .isInstanceOf(MessagingException.class);
    }

    private void has(String... folders) {
        for (String folder : folders) {
            mail.file(address, folder, new byte[0]);
        }
    }

    private static String offers(String said, String capability) {
        return said.replace(" IDLE", " IDLE " + capability);
    }

    private static String marked(String said, String folder) {
        return offers(said, "SPECIAL-USE")
                .replaceAll("(\\* LIST \\()([^)]*\\) \\S+ \"?" + folder + ")", "$1\\\\Sent $2");
    }

    private String found(UnaryOperator<String> saying, @Nullable String configured) throws Exception {
        return found(saying, configured, address);
    }

    /** What the server does not know is put to it as something it does; its answer is what the test makes of it. */
    private String found(UnaryOperator<String> saying, @Nullable String configured, String user)
            throws IOException, MessagingException {
        UnaryOperator<String> asking = words -> {
            asked.add(words);
            lastAsked.set(words);
            return words.replace(" RETURN (SPECIAL-USE)", "")
                    .replace("XLIST", "LIST")
                    .replace("NAMESPACE", "NOOP");
        };
        try (Relay relay = new Relay(mail.imap(), saying, asking);
                IMAPStore store = (IMAPStore) Session.getInstance(impatient()).getStore("imap")) {
            store.connect("localhost", relay.port(), user, "s3cret");
            return new FindSentFolder(store).find(configured).getFullName();
        }
    }

    private static Properties impatient() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.timeout", "3000");
        return properties;
    }
}
