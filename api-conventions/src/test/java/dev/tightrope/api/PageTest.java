package dev.tightrope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theRowTooManyOnlySaysThatThereIsMore() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, row -> Cursor.of(row));

        assertThat(page.data()).containsExactly(1, 2);
        assertThat(page.page().hasMore()).isTrue();
        assertThat(Cursor.parse(page.page().nextCursor()).number(0)).isEqualTo(2);
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertThat(Page.of(List.of(1, 2), 2, row -> Cursor.of(row)).page()).isEqualTo(new PageInfo(null, false));
    }

    @Test
    void anEmptyPageHasNoNext() {
        assertThat(Page.of(List.<Integer>of(), 2, row -> Cursor.of(row)).page()).isEqualTo(new PageInfo(null, false));
    }

    @Test
    void mappingKeepsWhereItEnds() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, row -> Cursor.of(row));

        assertThat(page.map(row -> "row " + row)).isEqualTo(new Page<>(List.of("row 1", "row 2"), page.page()));
    }
}
