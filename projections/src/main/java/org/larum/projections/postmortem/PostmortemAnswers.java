package org.larum.projections.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.larum.projections.postmortem.ActionTable.Overdue;
import org.larum.projections.postmortem.PostmortemQuery.AllActions;
import org.larum.projections.postmortem.PostmortemQuery.Knowledge;
import org.larum.projections.postmortem.PostmortemQuery.KnownFor;
import org.larum.projections.postmortem.PostmortemQuery.OnePostmortem;
import org.larum.projections.postmortem.PostmortemQuery.OverdueActions;
import org.larum.projections.postmortem.PostmortemQuery.Postmortems;
import org.larum.projections.postmortem.PostmortemQuery.Versions;
import org.larum.projections.postmortem.PostmortemQuery.WantedDrafts;
import org.larum.projections.shared.Names;
import org.larum.projections.shared.Page;

/** Answers questions about reviews. */
public final class PostmortemAnswers {

    private final PostmortemTable table;
    private final ActionTable actions;
    private final KnowledgeTable knowledge;
    private final Names names;

    public PostmortemAnswers(PostmortemTable table, ActionTable actions, KnowledgeTable knowledge, Names names) {
        this.table = table;
        this.actions = actions;
        this.knowledge = knowledge;
        this.names = names;
    }

    /** Empty for an incident of which no review was asked for. */
    public Optional<PostmortemView> answer(OnePostmortem query) {
        var done = actions.of(query.postmortem(), query.today(), names);
        return table.find(query.postmortem(), query.today(), done, names);
    }

    public Page<PostmortemLine> answer(Postmortems query) {
        return Page.of(table.find(query, names), query.asked());
    }

    public Page<VersionView> answer(Versions query) {
        return Page.of(table.find(query, names), query.asked());
    }

    public Page<ActionView> answer(AllActions query) {
        return Page.of(actions.find(query, names), query.asked());
    }

    public Page<KnowledgeView> answer(Knowledge query) {
        return Page.of(knowledge.find(query, names), query.asked());
    }

    public List<KnowledgeView> answer(KnownFor query) {
        return knowledge.find(query, names);
    }

    public List<UUID> answer(WantedDrafts query) {
        return table.wanted(query.upTo());
    }

    public List<Overdue> answer(OverdueActions query) {
        return actions.overdue(query.before());
    }
}
