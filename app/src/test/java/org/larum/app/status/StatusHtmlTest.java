package org.larum.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.larum.domain.shared.Monday;
import org.larum.domain.status.Visibility;
import org.larum.projections.status.StatusPageView;
import org.larum.projections.status.StatusPageView.ShownComponent;
import org.larum.projections.status.StatusPageView.ShownNotice;
import org.larum.projections.status.StatusPageView.ShownPost;
import org.larum.projections.status.StatusPageView.StatusHistoryView;

class StatusHtmlTest {

    private static ShownNotice notice(String kind, String state, String title) {
        var post = new ShownPost(new UUID(1, 1), Monday.NINE, state, "The text.", List.of(), null);
        return new ShownNotice(new UUID(2, 2), kind, "public", title, state, Monday.NINE, Monday.NINE, List.of(post));
    }

    private static ShownComponent component(double percent) {
        return new ShownComponent(
                new UUID(3, 3), "Paying", null, "operational", Collections.nCopies(90, "operational"), percent);
    }

    private static StatusPageView view(List<ShownComponent> components, ShownNotice... open) {
        return new StatusPageView(
                "operational", Monday.NINE, components, List.of(open), new StatusHistoryView(List.of(), null));
    }

    private static String page(StatusPageView view) {
        return StatusHtml.page(view, Visibility.PUBLIC, null);
    }

    private static @Nullable String headline(StatusPageView view) {
        var found = page(view).split("<h1 id=\"v\">|</h1>", -1);
        return found.length == 3 ? found[1] : null;
    }

    @Test
    void theFirstLineAnswersTheOneQuestion() {
        assertThat(headline(view(List.of()))).isEqualTo("Nothing is shown here yet");
        assertThat(headline(view(List.of(component(100))))).isEqualTo("Everything works");
    }

    @Test
    void whatIsPlannedIsNoTroubleYet() {
        var view = view(List.of(component(100)), notice("maintenance", "scheduled", "Search is upgraded"));
        assertThat(headline(view)).isEqualTo("Everything works");
        assertThat(page(view)).contains("<h2>Planned</h2>").doesNotContain("What we said");
    }

    @Test
    void whatWentWrongComesBeforeWhatWasMeant() {
        var view = view(
                List.of(component(100)),
                notice("maintenance", "in_progress", "Search is upgraded"),
                notice("incident", "investigating", "Paying fails"));
        assertThat(headline(view)).isEqualTo("Paying fails");
        assertThat(page(view)).contains("1 more below.");
    }

    @Test
    void onlyAllOfItIsAHundredPercent() {
        assertThat(page(view(List.of(component(100))))).contains(">100 % without outage<");
        assertThat(page(view(List.of(component(99.9999))))).contains(">99.99 % without outage<");
    }

    @Test
    void anOldPageSaysHowOldItIs() {
        var old = StatusHtml.page(view(List.of()), Visibility.PUBLIC, Monday.NINE);
        assertThat(old).contains("as of <b>23 November 2026 09:00 UTC</b>");
        assertThat(page(view(List.of()))).doesNotContain("as of <b>");
    }
}
