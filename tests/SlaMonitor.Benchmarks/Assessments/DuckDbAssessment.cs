using System.Data.Common;
using DuckDB.NET.Data;

namespace SlaMonitor.Benchmarks.Assessments;

/// <summary>
/// The same assessment in DuckDB, in SQL, on as many cores as there are, written for this one workload. Loading the facts is not
/// timed. Weighted means are in binary, with a little added before rounding so that exact halves are not missed; all else is in whole numbers.
/// </summary>
internal sealed class DuckDbAssessment : IDisposable
{
    private const string Assess =
        """
        CREATE OR REPLACE TABLE results AS
        WITH measured AS (
            SELECT contract, month, indicator,
                   coalesce(stated, CASE WHEN cases > 0 THEN (good * 20000 + cases) // (2 * cases) END) AS level,
                   CASE WHEN cases > 0 THEN good * 10000 / cases END AS exact,
                   stated IS NULL AND cases IS NULL AS missing
            FROM facts),
        composed AS (
            SELECT contract, month, composite AS indicator,
                   floor(sum(exact * weight) / sum(CASE WHEN exact IS NOT NULL THEN weight END) + 0.5000001)::BIGINT AS level,
                   false AS missing
            FROM measured JOIN parts ON parts.part = measured.indicator
            GROUP BY ALL),
        landed AS (
            SELECT contract, month, indicator, level,
                   CASE WHEN missing THEN 3 WHEN level IS NULL THEN NULL WHEN level >= target THEN 0 WHEN level >= minor THEN 1 WHEN level >= serious THEN 2 ELSE 3 END AS rung
            FROM (SELECT contract, month, indicator, level, missing FROM measured UNION ALL FROM composed) JOIN ladders USING (indicator))
        SELECT contract, month, indicator, level, rung,
               CASE rung WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN 4 ELSE 0 END
               * CASE WHEN lag(rung) OVER (PARTITION BY contract, indicator ORDER BY month) > 0 THEN 2 ELSE 1 END AS points
        FROM landed;

        CREATE OR REPLACE TABLE payable AS
        WITH monthly AS (SELECT contract, month, sum(points)::BIGINT AS points FROM results GROUP BY ALL),
        capped AS (
            SELECT contract, month, least((points * charge * 10 + 1000) // 2000, charge * 15 // 100) AS credit, charge * 12 * 8 // 100 AS most
            FROM monthly JOIN charges USING (contract)),
        running AS (SELECT *, (sum(credit) OVER (PARTITION BY contract, month // 12 ORDER BY month))::BIGINT AS so_far FROM capped)
        SELECT contract, month, least(so_far, most) - least(so_far - credit, most) AS pence
        FROM running;

        SELECT (SELECT sum(points)::BIGINT FROM results), (SELECT sum(pence)::BIGINT FROM payable);
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDbAssessment(Portfolio portfolio)
    {
        _connection.Open();
        Load("facts (contract INTEGER, month INTEGER, indicator INTEGER, good BIGINT, cases BIGINT, stated BIGINT)", portfolio.Facts, (row, f) =>
            row.AppendValue(f.Contract).AppendValue(f.Month).AppendValue(f.Indicator).AppendValue(f.Good).AppendValue(f.Cases).AppendValue(f.Stated));
        Load("charges (contract INTEGER, charge BIGINT)", portfolio.Contracts, (row, c) => row.AppendValue(c.Number).AppendValue(portfolio.Charges[c.Number]));
        Load("ladders (indicator INTEGER, target BIGINT, minor BIGINT, serious BIGINT)", Enumerable.Range(0, Portfolio.Indicators), (row, i) =>
            row.AppendValue(i).AppendValue((long)Portfolio.Target(i)).AppendValue((long)Portfolio.MinorFrom(i)).AppendValue((long)Portfolio.SeriousFrom(i)));
        var parts = from composite in Enumerable.Range(Portfolio.Measured, Portfolio.Indicators - Portfolio.Measured)
                    from part in Enumerable.Range(0, Portfolio.PartsEach)
                    select (composite, part);
        Load("parts (composite INTEGER, part INTEGER, weight BIGINT)", parts, (row, p) =>
            row.AppendValue(p.composite).AppendValue(Portfolio.FirstPart(p.composite) + p.part).AppendValue((long)Portfolio.Weights[p.part]));
    }

    /// <summary>Makes the tables of results and of what is payable.</summary>
    public Totals Run()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Assess;
        using var reader = command.ExecuteReader();
        while (reader.FieldCount < 2 || !reader.Read()) reader.NextResult();
        return new(reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The results of the last run.</summary>
    public IEnumerable<Row> Rows() => Read("SELECT contract, month, indicator, level, rung, points FROM results ORDER BY contract, month, indicator", r =>
        new Row(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.IsDBNull(3) ? null : r.GetInt64(3), r.IsDBNull(4) ? null : r.GetInt32(4), r.GetInt32(5)));

    public IEnumerable<Payable> Payable() => Read("SELECT contract, month, pence FROM payable ORDER BY contract, month", r =>
        new Payable(r.GetInt32(0), r.GetInt32(1), r.GetInt64(2)));

    public void Dispose() => _connection.Dispose();

    private IEnumerable<T> Read<T>(string sql, Func<DbDataReader, T> row)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return row(reader);
    }

    private void Load<T>(string table, IEnumerable<T> items, Action<IDuckDBAppenderRow, T> append)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"CREATE TABLE {table}";
        command.ExecuteNonQuery();
        using var appender = _connection.CreateAppender(table[..table.IndexOf(' ')]);
        foreach (var item in items)
        {
            var row = appender.CreateRow();
            append(row, item);
            row.EndRow();
        }
    }
}
