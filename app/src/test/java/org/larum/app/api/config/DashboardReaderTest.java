package org.larum.app.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.larum.domain.directory.Dashboard;
import org.larum.domain.directory.Dashboard.Panel;
import org.larum.domain.directory.Dashboard.Show;
import org.larum.domain.directory.PersonId;
import org.larum.domain.directory.ReportPlan.Filters;
import org.larum.domain.directory.ServiceId;
import org.larum.domain.directory.TeamId;
import org.larum.domain.shared.Severity;

class DashboardReaderTest {

    private static final String SHOP = """
            people: {ada: {name: Ada}}
            teams: {shop: {name: Shop, members: [ada]}}
            services: {checkout: {name: Checkout}, search: {name: Search}}
            """;
    private static final Filters NOTHING = new Filters(List.of(), List.of(), List.of());

    private static Dashboard read(String board) {
        return ConfigReader.read(SHOP + "dashboards: {wall: " + board + "}", Known.NOTHING)
                .dashboards()
                .getFirst();
    }

    private static String mistakes(String board) {
        var thrown = catchThrowableOfType(ConfigMistakes.class, () -> read(board));
        return thrown.lines();
    }

    @Test
    void shortBoardLooksBackThirtyDaysAtEverything() {
        var board = read("{name: Wall, panels: [{show: mtta}]}");
        assertThat(board.days()).isEqualTo(30);
        assertThat(board.filters()).isEqualTo(NOTHING);
        assertThat(board.owner()).isNull();
        assertThat(board.panels()).containsExactly(new Panel(Show.MTTA, NOTHING));
    }

    @Test
    void wholeBoardIsReadAndWrittenBack() {
        var board = read("{name: Wall, range: 7d, teams: [shop], severities: [critical, high], owner: ada,"
                + " panels: [{show: error-rates, services: [checkout]}, {show: error-rates}]}");
        assertThat(board.days()).isEqualTo(7);
        assertThat(board.owner()).isEqualTo(PersonId.of("ada"));
        assertThat(board.filters())
                .isEqualTo(
                        new Filters(List.of(TeamId.of("shop")), List.of(), List.of(Severity.CRITICAL, Severity.HIGH)));
        assertThat(board.panels())
                .containsExactly(
                        new Panel(
                                Show.ERROR_RATES, new Filters(List.of(), List.of(ServiceId.of("checkout")), List.of())),
                        new Panel(Show.ERROR_RATES, NOTHING));
        assertThat(DashboardReader.written(board, id -> id.equals(TeamId.of("shop")) ? "shop" : "checkout"))
                .isEqualTo(Map.of(
                        "name",
                        "Wall",
                        "range",
                        "7d",
                        "teams",
                        List.of("shop"),
                        "severities",
                        List.of("critical", "high"),
                        "panels",
                        List.of(
                                Map.of("show", "error-rates", "services", List.of("checkout")),
                                Map.of("show", "error-rates"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {name: Wall, panels: [{show: mttx}]}                                   | Did you mean "mtta"? Write incidents, mtta,
            {name: Wall, panels: [{services: [checkout]}]}                         | panels[0].show: This is missing.
            {name: Wall, panels: [mtta]}                                           | panels[0]: This must be a panel with named fields
            {name: Wall, panels: []}                                               | There must be 1 to 24 here. Write panels, such as [{show: mtta}
            {name: Wall}                                                           | panels: This is missing. Write panels, such as
            {panels: [{show: mtta}]}                                               | name: This is missing.
            {name: Wall, panels: [{show: mtta, services: [chekout]}]}              | There is no service "chekout". Did you mean "checkout"?
            {name: Wall, teams: [shops], panels: [{show: mtta}]}                   | There is no team "shops".
            {name: Wall, owner: grace, panels: [{show: mtta}]}                     | There is no person "grace".
            {name: Wall, range: 14d, panels: [{show: mtta}]}                       | Write 7d, 30d, 90d or 365d
            {name: Wall, panels: [{show: mtta}, {show: mtta}]}                     | panels[1]: This panel is on the board already
            {name: Wall, panels: [{show: mtta, severities: [bad]}]}                | Write a list of critical, high
            {name: Wall, panels: [{show: mtta, limit: 3}]}                         | There is no such field in a panel.
            """)
    void whatCannotBeMeantSaysWhatToWrite(String board, String sentence) {
        assertThat(mistakes(board)).contains(sentence);
    }

    @Test
    void theSameInAnotherOrderIsTheSamePanel() {
        assertThat(mistakes("{name: Wall, panels: [{show: mtta, services: [checkout, search]},"
                        + " {show: mtta, services: [search, checkout]}]}"))
                .contains("Take one of the two out");
    }

    @Test
    void moreThanFitOnAWallIsRefused() {
        var many = IntStream.range(0, 25).mapToObj(n -> "{show: mtta}").collect(Collectors.joining(", "));
        assertThat(mistakes("{name: Wall, panels: [" + many + "]}")).contains("There must be 1 to 24 here");
    }
}
