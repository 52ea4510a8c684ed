package dev.tightrope.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Acme Inc.                  | How ACME sells more
            Acme, Inc                  | the ACME's way
            Müller GmbH                | Was MULLER geändert hat
            Müller GmbH & Co. KG       | bei Müller
            Société Générale S.A.      | chez Societe generale
            Nordström Kyl AB           | Nordstroms Kyl och Nordström Kyls siffror
            AB Volvo (publ)            | Volvo did it
            Kone Oyj                   | at Kone.
            Weiß AG                    | bei WEISS
            Ørsted A/S                 | how orsted did
            L'Oréal S.A.               | chez L’Oreal
            Kohl's Corp.               | at Kohls
            Tata Steel Ltd             | (Tata Steel)
            Company Inc                | one Company did
            Sp. Mleko Sp. z o.o.       | u Sp. Mleko
            3M Company                 | what 3M saw
            Acme, Inc.                 | how acme, of all, did it
            Müller & Söhne GmbH & Co. KG | Muller and Sohne
            Müller & Söhne oHG         | bei Müller & Söhne
            Ernst & Young              | bei Ernst und Young
            Volvo AB                   | we worked with volvo.
            Grupo Peñas S.A.           | con Grupo Penas
            SE Bank                    | the SE Bank
            AB                         | an ab of its own
            """)
    void isNamed(String name, String text) {
        assertThat(CompanyName.of(name).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Acme Inc.        | Acmeter sells more
            Acme Inc.        | an inc of its own
            Tata Steel Ltd   | Tata Motors and a steel mill
            Kone Oyj         | the cone of it
            AB               | about
            SE Bank          | the bank
            Volvo AB         | we worked with Volvotruck
            !?               | we worked with nobody
            Müller & Söhne   | Müller and others
            """)
    void isNotNamed(String name, String text) {
        assertThat(CompanyName.of(name).isIn(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Acme Inc.         | ACME GmbH         | true
            Müller S.A.       | muller            | true
            Acme Group AB     | Acme Holding Ltd  | true
            AB Acme           | Acme AB           | true
            Müller & Co. KG   | Müller oHG        | true
            Acme & Sons       | Acme and Sons Ltd | true
            Acme              | Acme North        | false
            Holding           | Group             | false
            """)
    void isSame(String one, String other, boolean same) {
        assertThat(CompanyName.of(one).isSameAs(CompanyName.of(other))).isEqualTo(same);
    }
}
