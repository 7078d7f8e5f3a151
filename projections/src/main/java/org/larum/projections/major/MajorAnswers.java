package org.larum.projections.major;

import java.util.Optional;
import org.larum.projections.major.MajorQuery.OneMajor;
import org.larum.projections.shared.Names;

/** Answers questions about major incidents. */
public final class MajorAnswers {

    private final MajorTable table;
    private final Names names;

    public MajorAnswers(MajorTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    /** Empty for an incident that never was a major one. */
    public Optional<MajorView> answer(OneMajor query) {
        return table.find(query.incident(), names);
    }
}
