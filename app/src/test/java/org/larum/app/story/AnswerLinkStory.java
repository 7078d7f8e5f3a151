package org.larum.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.larum.app.Servers;

/** Whoever has left can no longer answer by a link of before. */
class AnswerLinkStory {

    @Test
    void theLinkOfSomebodyWhoWasRemovedShowsNothingAndDoesNothing() {
        try (var world = new World()) {
            world.configure(world.organisation());
            world.detect("payments", "trigger");
            var page = world.answerPage("ada@example.test");
            assertThat(world.look(page).statusCode()).isEqualTo(200);

            var withoutAda = world.organisation()
                    .replaceAll("(?m)^  ada: .*\\R", "")
                    .replace("[ada, grace]", "[grace]")
                    .replaceAll("(?m)^.*person:ada.*\\R", "");
            var answer = world.post(0, "/api/config?prune=true", withoutAda, Servers.ADMIN);
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);

            var shown = world.look(page);
            assertThat(shown.statusCode()).isEqualTo(410);
            assertThat(shown.body()).contains("This link has expired").doesNotContain("Payments fail");
            for (var button : new String[] {"acknowledge", "pass", "resolve"}) {
                // By hand: no page with this button was shown.
                assertThat(world.press(page, button).statusCode()).isEqualTo(303);
            }
            assertThat(world.look(page).statusCode()).isEqualTo(410);
            assertThat(world.onlyIncident().get("state").asString()).isEqualTo("triggered");
            assertThat(world.timeline()).noneMatch(line -> line.startsWith("Ada Lovelace acknowledged"));
        }
    }
}
