package dev.tightrope.outreach.sentfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.outreach.inbound.reading.Relay;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.SentCopy;
import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.outreach.mailbox.TestAccounts;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.SentFolderFindings;
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

    @Test
    void aConnectionTestFindsItAndLeavesNothingThere() throws Exception {
        assertThat(tried(UnaryOperator.identity(), null, SentCopy.APPEND))
                .isEqualTo(new SentFolderFindings(BY_NAME, true, null, null));
        assertThat(mail.in(address, BY_NAME)).isEmpty();
    }

    @Test
    void itSaysThatTheFolderItsOwnerNamedOrTheProviderFilesInIsMissing() throws Exception {
        SentFolderFindings misspelt = tried(UnaryOperator.identity(), "Snet", SentCopy.APPEND);
        assertThat(misspelt.exists()).isFalse();
        assertThat(misspelt.problem()).isEqualTo("There is no folder Snet for sent mail");
        assertThat(tried(said -> offers(said, "SPECIAL-USE"), null, SentCopy.BY_PROVIDER)
                        .problem())
                .isEqualTo("There is no folder Sent for sent mail");
        assertThat(tried(said -> offers(said, "SPECIAL-USE"), null, SentCopy.APPEND))
                .as("it is made for the first copy")
                .isEqualTo(new SentFolderFindings("Sent", false, null, null));
        assertThat(mail.in(address, "Sent")).isEmpty();
    }

    @Test
    void itSaysThatNoCopyMayBeFiledThere() throws Exception {
        UnaryOperator<String> readOnly = said -> said.replace("[READ-WRITE]", "[READ-ONLY]");
        SentFolderFindings found = tried(readOnly, null, SentCopy.APPEND);
        assertThat(found.exists()).isTrue();
        assertThat(found.problem()).isEqualTo("No copy may be filed in the folder " + BY_NAME);
        assertThat(found.remedy()).contains("sentFolder");
        assertThat(tried(readOnly, null, SentCopy.BY_PROVIDER).problem())
                .as("what the provider files is only looked for")
                .isNull();

        UnaryOperator<String> noRight = said -> lastAsked.get().contains("MYRIGHTS")
                ? "* MYRIGHTS \"" + BY_NAME + "\" lrs\r\n" + said
                : offers(said, "ACL");
        assertThat(tried(noRight, null, SentCopy.APPEND).problem()).startsWith("No copy may be filed");
        UnaryOperator<String> right = said -> lastAsked.get().contains("MYRIGHTS")
                ? "* MYRIGHTS \"" + BY_NAME + "\" lrsi\r\n" + said
                : offers(said, "ACL");
        assertThat(tried(right, null, SentCopy.APPEND).problem()).isNull();
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

    private String found(UnaryOperator<String> saying, @Nullable String configured, String user)
            throws IOException, MessagingException {
        return in(
                saying,
                user,
                store -> new FindSentFolder(store).find(configured).getFullName());
    }

    private SentFolderFindings tried(UnaryOperator<String> saying, @Nullable String configured, SentCopy copy)
            throws IOException, MessagingException {
        MailAccount account = TestAccounts.sending(address, new MailAccount.Outgoing(copy, configured, false, null));
        return in(saying, address, store -> new LookIntoSentFolder().in(account, store));
    }

    private interface Asked<T> {
        T of(IMAPStore store) throws MessagingException;
    }

    /** What the server does not know is put to it as something it does; its answer is what the test makes of it. */
    private <T> T in(UnaryOperator<String> saying, String user, Asked<T> whatIsAsked)
            throws IOException, MessagingException {
        UnaryOperator<String> asking = words -> {
            asked.add(words);
            lastAsked.set(words);
            return words.replace(" RETURN (SPECIAL-USE)", "")
                    .replace("XLIST", "LIST")
                    .replaceAll("MYRIGHTS .*\r\n", "NOOP\r\n")
                    .replace("NAMESPACE", "NOOP");
        };
        try (Relay relay = new Relay(mail.imap(), saying, asking);
                IMAPStore store = (IMAPStore) Session.getInstance(impatient()).getStore("imap")) {
            store.connect("localhost", relay.port(), user, "s3cret");
            return whatIsAsked.of(store);
        }
    }

    private static Properties impatient() {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.timeout", "3000");
        return properties;
    }
}
