package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MailIdentityTest {
    private static final UUID OUTREACH = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Test
    void messageIdFollowsFromOutreachRoundAndRecipient() {
        String id = MessageIds.of(OUTREACH, 1, "karin@them.example", "us.example");

        assertThat(id).matches("<[0-9a-f]{40}@us\\.example>");
        assertThat(MessageIds.of(OUTREACH, 1, "karin@them.example", "us.example"))
                .isEqualTo(id);
        assertThat(Set.of(
                        MessageIds.of(OUTREACH, 2, "karin@them.example", "us.example"),
                        MessageIds.of(OUTREACH, 1, "other@them.example", "us.example"),
                        MessageIds.of(UUID.randomUUID(), 1, "karin@them.example", "us.example")))
                .hasSize(3)
                .doesNotContain(id);
    }

    @Test
    void replyTokensAreManyAndSurviveLowerCasing() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            tokens.add(ReplyAddress.newToken());
        }

        assertThat(tokens).hasSize(1000).allMatch(token -> token.matches("[a-z2-9]{16}"));
    }

    @Test
    void theTokenIsAddedToTheReplyAddress() {
        assertThat(ReplyAddress.with("abc", "reply@us.example")).isEqualTo("reply+abc@us.example");
        assertThat(ReplyAddress.domainOf("reply@us.example")).isEqualTo("us.example");
    }
}
