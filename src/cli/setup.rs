//! What a run of `check` is to do: the arguments with what the configurations say.

use super::args::CheckArgs;
use super::config::chain::{Chain, Configurations};
use super::config::holding::{Holdings, Wishes};
use super::config::read::Loaded;
use super::inputs::{self, Inputs};
use super::known::{self, Known};
use super::output::{Output, remark};
use super::paths::{common_folder, document_path, near, whole};
use super::since::Since;
use super::watch::Followed;
use super::{decided, sinks, words};
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::{Config, Copies, Show};
use thethuc_core::triage::Silence;

/// What a run is to do.
pub struct Setup {
    /// The drafts.
    pub found: Inputs,
    /// What holds for each of them.
    pub holdings: Holdings,
    /// What was found before.
    pub known: Known,
    /// Whether a baseline is written.
    pub writes: bool,
    /// The forms of the reports and where they go.
    pub wanted: Vec<(String, String)>,
    /// Which findings are shown, where that is said.
    pub show: Option<Show>,
    /// Whether what could not be judged ends like what was.
    pub allows_unjudged: bool,
    /// The folders that were walked, whole; none where drafts of them were left alone.
    pub walked: Vec<PathBuf>,
    /// What changed, where only that is checked.
    pub since: Option<Since>,
    /// Drafts that did not change and are left alone.
    pub untouched: usize,
    /// The address at which the pages of rules stand.
    pub pages: Option<String>,
    /// For which drafts copies are written, where something else than a report was asked for.
    pub copies: Copies,
    /// What is told at the head of reports that have a place for it.
    pub told: Vec<Words>,
}

impl Setup {
    /// Gathers everything; the language of the output becomes that of the configuration where the user chose
    /// none.
    ///
    /// # Errors
    /// What the command line names is not there or faulty, or nothing is named at all.
    pub fn of(arguments: &CheckArgs, output: &mut Output) -> Result<Self, Words> {
        let wishes = Wishes {
            quote_secret: arguments.quote_secret,
            ..Wishes::of(&arguments.judging, &arguments.sources, &arguments.config)
        };
        let config = &arguments.config;
        let mut configurations =
            Configurations::new(config.config.as_deref(), config.no_config, wishes.trust);
        let chain = configurations.in_folder(&common_folder(&arguments.paths));
        speak(&chain, output);
        let paths = paths(arguments, &chain)?;
        let mut found = inputs::find(&paths, arguments.name.as_deref(), arguments.files_from.as_deref())?;
        leave_out(&mut found, &mut configurations);
        let walked: Vec<PathBuf> =
            paths.iter().filter(|path| path.is_dir()).filter_map(|path| whole(path)).collect();
        let (since, untouched) = changed(arguments, &paths, &mut found, &walked, output)?;
        let before = &arguments.before;
        let in_folder = |(path, file): (String, &std::sync::Arc<Loaded>)| file.folder.join(path);
        let said = || chain.nearest(|own| own.baseline.clone()).map(in_folder);
        let baseline = before.baseline.clone().or_else(said);
        if before.write_baseline && baseline.is_none() {
            return Err(known::no_file());
        }
        let known = Known::of(baseline, before.write_baseline, &found)?;
        let decisions = decisions(&before.decisions, &chain)?;
        // What is written anew is held against nothing, or all would count as known.
        let nothing = Known::default();
        let against = if before.write_baseline { &nothing } else { &known };
        let holdings = Holdings::of(&found, &mut configurations, &wishes, against, &decisions)?;
        Ok(Self {
            wanted: sinks::wanted(arguments, &chain)?,
            show: before.show.map(Into::into).or_else(|| chain.value(|own| own.show)),
            allows_unjudged: arguments.allow_unjudged
                || chain.value(|own| own.allow_unjudged).unwrap_or(false),
            walked: if since.is_some() { Vec::new() } else { walked },
            pages: chain.value(|own| own.rule_pages.clone()),
            writes: before.write_baseline,
            copies: chain.value(|own| own.copies).unwrap_or_default(),
            told: Vec::new(),
            found,
            holdings,
            known,
            since,
            untouched,
        })
    }
}

/// Leaves only what changed, where that is wanted; tells how much that is.
fn changed(
    arguments: &CheckArgs,
    paths: &[PathBuf],
    found: &mut Inputs,
    walked: &[PathBuf],
    output: &Output,
) -> Result<(Option<Since>, usize), Words> {
    let Some(revision) = &arguments.before.changed_since else { return Ok((None, 0)) };
    let since = Since::of(revision, &common_folder(paths))?;
    let untouched = since.keep(found, walked);
    let language = output.screen.language;
    remark(since.told(revision, found.items.len(), untouched).in_language(language), language);
    Ok((Some(since), untouched))
}

/// What a run over these drafts follows while it watches them: the drafts themselves, own rules, and the files that
/// decide on them.
///
/// # Errors
/// No draft is named.
pub fn followed(arguments: &CheckArgs) -> Result<(Vec<PathBuf>, Followed), Words> {
    let config = &arguments.config;
    let trust = config.trust.map(Into::into);
    let mut configurations = Configurations::new(config.config.as_deref(), config.no_config, trust);
    let mut chain = configurations.in_folder(&common_folder(&arguments.paths));
    let paths = paths(arguments, &chain)?;
    if arguments.paths.is_empty() {
        chain = configurations.in_folder(&common_folder(&paths));
    }
    let in_folder = |file: &Loaded, own: &String| file.folder.join(own);
    let listed = |stated: Vec<PathBuf>, key: fn(&Config) -> Option<Vec<String>>| {
        if !stated.is_empty() {
            return stated;
        }
        let said = chain.nearest(key);
        said.map(|(all, file)| all.iter().map(|own| in_folder(file, own)).collect()).unwrap_or_default()
    };
    let rules = listed(arguments.sources.rules.iter().cloned().collect(), |own| own.rules.clone());
    let mut files = listed(arguments.before.decisions.clone(), |own| own.decisions.clone());
    files.extend(listed(arguments.sources.registry.iter().cloned().collect(), |own| {
        own.registry.clone().map(|path| vec![path])
    }));
    files
        .extend(listed(config.pack.iter().cloned().collect(), |own| own.pack.clone().map(|path| vec![path])));
    files.extend(chain.files().iter().map(|link| link.file.path.clone()));
    // What is not there is told by the check itself.
    let rules = rules.into_iter().filter(|own| own.is_dir()).collect();
    files.retain(|own| own.is_file());
    Ok((paths, Followed { rules, files }))
}

/// The language of the configuration, where the user chose none.
pub fn speak(chain: &Chain, output: &mut Output) {
    if let Some(language) = chain.value(|own| own.language).filter(|_| !output.is_language_chosen) {
        output.screen.language = language;
    }
}

/// The files and folders that are named, else those of the configuration.
fn paths(arguments: &CheckArgs, chain: &Chain) -> Result<Vec<PathBuf>, Words> {
    if !arguments.paths.is_empty() || arguments.files_from.is_some() {
        return Ok(arguments.paths.clone());
    }
    let said = chain.nearest(|own| own.paths.clone());
    if said.is_none() && arguments.before.changed_since.is_some() {
        return Ok(vec![PathBuf::from(".")]);
    }
    let Some((paths, file)) = said else {
        return Err(words(
            "hãy ghi tệp hoặc thư mục cần kiểm tra, ví dụ: thethuc check du-thao.docx.",
            "name the files or folders to check, such as: thethuc check draft.docx.",
        ));
    };
    Ok(paths.iter().map(|own| near(&known::joined(&file.folder, Path::new(own)))).collect())
}

/// Takes out what configurations leave out of walked folders; what the user names is checked all the same.
fn leave_out(found: &mut Inputs, configurations: &mut Configurations) {
    found.items.retain(|input| {
        let path = document_path(input).filter(|_| input.is_walked());
        !path.is_some_and(|path| configurations.of(input).excludes(&path))
    });
}

/// What was decided in files: those of the command line, else those of the configuration.
pub fn decisions(stated: &[PathBuf], chain: &Chain) -> Result<Vec<Silence>, Words> {
    let mut all = Vec::new();
    for path in stated {
        all.extend(decided::read(path, Path::new(""))?);
    }
    if stated.is_empty()
        && let Some((paths, file)) = chain.nearest(|own| own.decisions.clone())
    {
        for path in paths {
            all.extend(decided::read(&file.folder.join(path), &file.folder)?);
        }
    }
    Ok(all)
}
