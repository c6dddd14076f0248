-- What hosts of a cluster share, in a schema of its own: membership and rows of grains. Orleans looks its statements up in OrleansQuery by their keys,
-- gives parameters by name and reads columns by name. Every statement here is one command, so that each is done as a whole or not at all.

CREATE TABLE IF NOT EXISTS SearchSchema
(
    Version integer NOT NULL
);

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey varchar(64) PRIMARY KEY,
    QueryText text NOT NULL
);

-- The version of a cluster's membership: who changes a member also counts this up, from the value that was read.
CREATE TABLE IF NOT EXISTS ClusterVersion
(
    DeploymentId varchar(150) PRIMARY KEY,
    Version integer NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS ClusterMember
(
    DeploymentId varchar(150) NOT NULL REFERENCES ClusterVersion (DeploymentId),
    Address varchar(45) NOT NULL,
    Port integer NOT NULL,
    Generation integer NOT NULL,
    SiloName varchar(150) NOT NULL,
    HostName varchar(150) NOT NULL,
    Status integer NOT NULL,
    ProxyPort integer,
    SuspectTimes text,
    StartTime timestamptz(3) NOT NULL,
    IAmAliveTime timestamptz(3) NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
);

-- When a member has said last that it lives, by the clock of the database: the other times are those of the members.
ALTER TABLE ClusterMember ADD COLUMN IF NOT EXISTS Seen timestamptz(3) NOT NULL DEFAULT clock_timestamp();

-- A row of a grain, by hashes first and then by what was hashed. A key that is a number or a GUID is in KeyN0 and KeyN1, another one is text.
CREATE TABLE IF NOT EXISTS GrainRow
(
    KeyHash integer NOT NULL,
    RowHash integer NOT NULL,
    KeyN0 bigint NOT NULL,
    KeyN1 bigint NOT NULL,
    KeyText varchar(512) NOT NULL,
    RowName varchar(512) NOT NULL,
    ServiceId varchar(150) NOT NULL,
    Content bytea,
    Version integer NOT NULL,
    PRIMARY KEY (KeyHash, RowHash, KeyN0, KeyN1, KeyText, RowName, ServiceId)
);

-- What is kept is mostly networks, whose bytes do not get smaller.
ALTER TABLE GrainRow ALTER COLUMN Content SET STORAGE EXTERNAL;

ALTER TABLE GrainRow ADD COLUMN IF NOT EXISTS Written timestamptz(3) NOT NULL DEFAULT clock_timestamp();

-- The searches by their names, for rows that belong to one.
CREATE INDEX IF NOT EXISTS SearchRow ON GrainRow (KeyText) WHERE RowName = 'search';

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES
('InsertMembershipVersionKey', $query$
    WITH added AS
    (
        INSERT INTO ClusterVersion (DeploymentId) VALUES (@DeploymentId)
        ON CONFLICT DO NOTHING
        RETURNING 1
    )
    SELECT count(*)::integer FROM added
$query$),
('InsertMembershipKey', $query$
    WITH counted AS
    (
        UPDATE ClusterVersion SET Version = Version + 1
        WHERE DeploymentId = @DeploymentId AND Version = @Version AND NOT EXISTS
        (
            SELECT 1 FROM ClusterMember
            WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        )
        RETURNING 1
    ),
    added AS
    (
        INSERT INTO ClusterMember (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM counted
        RETURNING 1
    )
    SELECT count(*)::integer FROM added
$query$),
('UpdateMembershipKey', $query$
    WITH counted AS
    (
        UPDATE ClusterVersion SET Version = Version + 1
        WHERE DeploymentId = @DeploymentId AND Version = @Version AND EXISTS
        (
            SELECT 1 FROM ClusterMember
            WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        )
        RETURNING 1
    ),
    changed AS
    (
        UPDATE ClusterMember SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = greatest(IAmAliveTime, @IAmAliveTime)
        FROM counted
        WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        RETURNING 1
    )
    SELECT count(*)::integer FROM changed
$query$),
('UpdateIAmAlivetimeKey', $query$
    UPDATE ClusterMember SET IAmAliveTime = greatest(IAmAliveTime, @IAmAliveTime), Seen = clock_timestamp()
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
$query$),
('MembershipReadRowKey', $query$
    SELECT m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    FROM ClusterVersion v
    LEFT JOIN ClusterMember m ON m.DeploymentId = v.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
    WHERE v.DeploymentId = @DeploymentId
$query$),
('MembershipReadAllKey', $query$
    SELECT m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    FROM ClusterVersion v
    LEFT JOIN ClusterMember m ON m.DeploymentId = v.DeploymentId
    WHERE v.DeploymentId = @DeploymentId
$query$),
('DeleteMembershipTableEntriesKey', $query$
    WITH members AS
    (
        DELETE FROM ClusterMember WHERE DeploymentId = @DeploymentId
    )
    UPDATE ClusterVersion SET Version = 0 WHERE DeploymentId = @DeploymentId
$query$),
('GatewaysQueryKey', $query$
    SELECT Address, ProxyPort, Generation FROM ClusterMember
    WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
$query$),
-- 6 is a silo that was declared dead.
('CleanupDefunctSiloEntriesKey', $query$
    DELETE FROM ClusterMember
    WHERE DeploymentId = @DeploymentId AND Status = 6 AND greatest(StartTime, IAmAliveTime) < @IAmAliveTime
$query$),
('CleanupDefunctSiloEntryKey', $query$
    DELETE FROM ClusterMember
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation AND Status = 6
        AND StartTime = @StartTime AND IAmAliveTime = @IAmAliveTime AND coalesce(SuspectTimes, '') = coalesce(@SuspectTimes, '')
$query$),
('ReadFromStorageKey', $query$
    SELECT Content AS PayloadBinary, Version FROM GrainRow
    WHERE KeyHash = @GrainIdHash AND RowHash = @GrainTypeHash AND KeyN0 = @GrainIdN0 AND KeyN1 = @GrainIdN1
        AND KeyText = coalesce(@GrainIdExtensionString, '') AND RowName = @GrainTypeString AND ServiceId = @ServiceId
$query$),
-- A version that stays as it was says that somebody else has written. A new row begins with any version, so that nobody takes it for one that was deleted.
-- What belongs to a search is only added as long as the search is there: where one is being removed, this waits, and then adds nothing.
('WriteToStorageKey', $query$
    WITH parent AS
    (
        SELECT 1 FROM GrainRow
        WHERE RowName = 'search' AND KeyText = split_part(coalesce(@GrainIdExtensionString, ''), '/', 1) AND ServiceId = @ServiceId
            AND CAST(@GrainStateVersion AS integer) IS NULL
            AND (@GrainTypeString = 'trial' OR starts_with(@GrainTypeString, 'outcomes.') OR starts_with(@GrainTypeString, 'weights.'))
        FOR KEY SHARE
    ),
    changed AS
    (
        UPDATE GrainRow SET Content = @PayloadBinary, Version = Version + 1, Written = clock_timestamp()
        WHERE KeyHash = @GrainIdHash AND RowHash = @GrainTypeHash AND KeyN0 = @GrainIdN0 AND KeyN1 = @GrainIdN1
            AND KeyText = coalesce(@GrainIdExtensionString, '') AND RowName = @GrainTypeString AND ServiceId = @ServiceId
            AND Version = CAST(@GrainStateVersion AS integer)
        RETURNING Version
    ),
    added AS
    (
        INSERT INTO GrainRow (KeyHash, RowHash, KeyN0, KeyN1, KeyText, RowName, ServiceId, Content, Version)
        SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), @GrainTypeString, @ServiceId, @PayloadBinary,
            1 + floor(random() * 1000000000)::integer
        WHERE CAST(@GrainStateVersion AS integer) IS NULL
            AND (NOT (@GrainTypeString = 'trial' OR starts_with(@GrainTypeString, 'outcomes.') OR starts_with(@GrainTypeString, 'weights.')) OR EXISTS (SELECT 1 FROM parent))
        ON CONFLICT DO NOTHING
        RETURNING Version
    )
    SELECT coalesce((SELECT Version FROM changed), (SELECT Version FROM added), CAST(@GrainStateVersion AS integer)) AS NewGrainStateVersion
$query$),
('ClearStorageKey', $query$
    UPDATE GrainRow SET Content = NULL, Version = Version + 1
    WHERE KeyHash = @GrainIdHash AND RowHash = @GrainTypeHash AND KeyN0 = @GrainIdN0 AND KeyN1 = @GrainIdN1
        AND KeyText = coalesce(@GrainIdExtensionString, '') AND RowName = @GrainTypeString AND ServiceId = @ServiceId
        AND Version = CAST(@GrainStateVersion AS integer)
    RETURNING Version AS NewGrainStateVersion
$query$),
('DeleteStorageKey', $query$
    DELETE FROM GrainRow
    WHERE KeyHash = @GrainIdHash AND RowHash = @GrainTypeHash AND KeyN0 = @GrainIdN0 AND KeyN1 = @GrainIdN1
        AND KeyText = coalesce(@GrainIdExtensionString, '') AND RowName = @GrainTypeString AND ServiceId = @ServiceId
        AND Version = CAST(@GrainStateVersion AS integer)
    RETURNING Version + 1 AS NewGrainStateVersion
$query$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
