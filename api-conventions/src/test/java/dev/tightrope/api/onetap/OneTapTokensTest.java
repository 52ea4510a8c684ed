package dev.tightrope.api.onetap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.api.onetap.OneTapTokens.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTapTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");
    private static final String OLD = "old:" + key('o');
    private static final String NEW = "new:" + key('n');
    private static final OneTap TAP = new OneTap(
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            OneTap.Kind.RESPONSE,
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058"),
            NOW.plus(Duration.ofDays(14)));

    private static String key(char filledWith) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filledWith).repeat(32).getBytes(UTF_8));
    }

    private static OneTapTokens tokens(String... keys) {
        return new OneTapTokens(Optional.of(List.of(keys)));
    }

    private static String token(String... keys) {
        return tokens(keys).sign(TAP).orElseThrow();
    }

    @Test
    void whatWasSignedIsRead() {
        assertThat(tokens(NEW).read(token(NEW), NOW)).isEqualTo(new Reading.Valid(TAP));
    }

    @Test
    void itExpires() {
        assertThat(tokens(NEW).read(token(NEW), TAP.expires().minusSeconds(1))).isInstanceOf(Reading.Valid.class);
        assertThat(tokens(NEW).read(token(NEW), TAP.expires())).isEqualTo(new Reading.Expired());
    }

    @Test
    void theFirstKeySignsAndAllOfThemVerify() {
        assertThat(tokens(NEW, OLD).read(token(OLD), NOW)).isInstanceOf(Reading.Valid.class);
        assertThat(tokens(OLD).read(token(NEW, OLD), NOW)).isEqualTo(new Reading.Invalid());
    }

    @Test
    void theSameIdWithAnotherKeyIsNotEnough() {
        assertThat(tokens("new:" + key('x')).read(token(NEW), NOW)).isEqualTo(new Reading.Invalid());
        assertThat(tokens("new:" + key('x')).read(token(NEW), TAP.expires())).isEqualTo(new Reading.Invalid());
    }

    @Test
    void aChangedClaimIsNotRead() {
        String[] parts = token(NEW).split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String forged =
                claims.replace(TAP.person().toString(), UUID.randomUUID().toString());
        assertThat(forged).isNotEqualTo(claims);
        String token = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8))
                + "." + parts[2];

        assertThat(tokens(NEW).read(token, NOW)).isEqualTo(new Reading.Invalid());
    }

    @Test
    void anUnsignedOneIsNotRead() {
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));

        assertThat(tokens(NEW).read(header + "." + token(NEW).split("\\.")[1] + ".", NOW))
                .isEqualTo(new Reading.Invalid());
    }

    /** The same key might be used for something else one day. */
    @Test
    void aTokenForAnotherAudienceIsNotRead() throws JoseException {
        JsonWebSignature other = new JsonWebSignature();
        other.setAlgorithmHeaderValue("HS256");
        other.setKeyIdHeaderValue("new");
        other.setKey(new HmacKey("n".repeat(32).getBytes(UTF_8)));
        other.setPayload("{\"aud\":\"tightrope\",\"sub\":\"" + TAP.person() + "\",\"kind\":\"RESPONSE\",\"of\":\""
                + TAP.of() + "\",\"exp\":" + TAP.expires().getEpochSecond() + "}");

        assertThat(tokens(NEW).read(other.getCompactSerialization(), NOW)).isEqualTo(new Reading.Invalid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "x", "a.b.c", "💥", "eyJhbGciOiJIUzI1NiJ9.e30.x"})
    void nonsenseIsNotRead(String token) {
        assertThat(tokens(NEW).read(token, NOW)).isEqualTo(new Reading.Invalid());
    }

    @Test
    void withoutAKeyThereIsNoToken() {
        OneTapTokens without = new OneTapTokens(Optional.empty());

        assertThat(without.sign(TAP)).isEmpty();
        assertThat(without.read(token(NEW), NOW)).isEqualTo(new Reading.Invalid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2VjcmV0", "id:c2VjcmV0", "id:%%%", "i d:c2VjcmV0"})
    void aKeyThatIsNoneIsRefusedWithoutShowingIt(String entry) {
        assertThatThrownBy(() -> tokens(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Entry 1 of tightrope.one-tap.keys")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void twoKeysOfOneIdAreRefused() {
        assertThatThrownBy(() -> tokens(NEW, NEW)).hasMessageContaining("Entry 2 of tightrope.one-tap.keys");
    }
}
