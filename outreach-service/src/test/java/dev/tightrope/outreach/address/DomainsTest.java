package dev.tightrope.outreach.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
    @ParameterizedTest
    @CsvSource({
        "Example.COM,                          example.com",
        "https://www.example.com/about?x=1#y,  example.com",
        "http://example.com:8080,              example.com",
        "example.com.,                         example.com",
        "www.example.com,                      example.com",
        "www.com,                              www.com",
        "bücher.example,                       xn--bcher-kva.example",
        "XN--BCHER-KVA.example,                xn--bcher-kva.example",
        "пример.рф,                            xn--e1afmkfd.xn--p1ai",
    })
    void domainHasOneForm(String typed, String expected) {
        assertThat(Domains.normalise(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "example",
                "exa mple.com",
                "-example.com",
                "example-.com",
                "a..com",
                "1.2.3.4",
                "x_y.com",
                "ftp://example.com",
                "a@example.com"
            })
    void nothingElseIsADomain(String typed) {
        assertThat(Domains.normalise(typed)).isEmpty();
    }

    @Test
    void lengthIsBounded() {
        assertThat(Domains.normalise("a".repeat(63) + ".com")).isPresent();
        assertThat(Domains.normalise("a".repeat(64) + ".com")).isEmpty();
        assertThat(Domains.normalise(("a".repeat(60) + ".").repeat(5) + "com")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.se.acme.com,       acme.com",
        "acme.com,               acme.com",
        "shop.acme.co.uk,        acme.co.uk",
        "acme.co.uk,             acme.co.uk",
        "co.uk,                  co.uk",
        "a.b.example,            b.example",
        "mail.xn--bcher-kva.de,  xn--bcher-kva.de",
        "a.xn--e1afmkfd.xn--p1ai, xn--e1afmkfd.xn--p1ai",
        "acme.github.io,         acme.github.io",
    })
    void theOrganisationalDomainIsTheRegisteredOne(String domain, String registered) {
        assertThat(Domains.organisational(domain)).isEqualTo(registered);
    }

    @ParameterizedTest
    @CsvSource({
        "gmail.com, true",
        "mail.yahoo.co.uk, true",
        "co.uk, true",
        "github.io, true",
        "acme.co.uk, false",
        "acme.github.io, false",
        "acme.example, false",
        "notgmail.com, false"
    })
    void whatManyShareIsNoCompanys(String domain, boolean shared) {
        assertThat(Domains.isShared(domain)).isEqualTo(shared);
    }

    @Test
    void parentsEndBeforeTheTopLevel() {
        assertThat(Domains.withParents("Mail.se.example.com"))
                .containsExactly("mail.se.example.com", "se.example.com", "example.com");
    }
}
