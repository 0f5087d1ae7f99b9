//! What a run of `check` is to do: the arguments with what the configurations say.

use super::args::CheckArgs;
use super::config::holding::{Holdings, Wishes};
use super::config::{Chain, Configurations, common_folder, document_path, near, whole};
use super::inputs::{self, Inputs};
use super::known::{self, Known};
use super::output::Output;
use super::{decided, sinks, words};
use std::path::{Path, PathBuf};
use thethuc_core::finding::Words;
use thethuc_core::rulebook::config::{Copies, Show};
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
    /// The folders that were walked, whole.
    pub walked: Vec<PathBuf>,
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
        let wishes = wishes(arguments);
        let config = &arguments.config;
        let mut configurations =
            Configurations::new(config.config.as_deref(), config.no_config, wishes.trust);
        let chain = configurations.in_folder(&common_folder(&arguments.paths));
        speak(&chain, output);
        let paths = paths(arguments, &chain)?;
        let mut found = inputs::find(&paths, arguments.name.as_deref(), arguments.files_from.as_deref())?;
        leave_out(&mut found, &mut configurations);
        let before = &arguments.before;
        let in_folder =
            |(path, file): (String, &std::sync::Arc<super::config::Loaded>)| file.folder.join(path);
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
            walked: paths.iter().filter(|path| path.is_dir()).filter_map(|path| whole(path)).collect(),
            writes: before.write_baseline,
            copies: chain.value(|own| own.copies).unwrap_or_default(),
            told: Vec::new(),
            found,
            holdings,
            known,
        })
    }
}

/// What the command line says.
fn wishes(arguments: &CheckArgs) -> Wishes {
    Wishes {
        stage: arguments.stage.map(Into::into),
        as_of: arguments.as_of,
        class: arguments.class.map(Into::into),
        only: arguments.only.clone(),
        skip: arguments.skip.clone(),
        rules: arguments.rules.clone(),
        registry: arguments.registry.clone(),
        pack: arguments.config.pack.clone(),
        fail_on: arguments.fail_on.map(Into::into),
        quote_secret: arguments.quote_secret,
        trust: arguments.config.trust.map(Into::into),
    }
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
    let Some((paths, file)) = chain.nearest(|own| own.paths.clone()) else {
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
